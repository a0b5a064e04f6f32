"""Tools without a domain word and without a table, each used by two apps or more."""
