"""The pages of the kennisbank: reading and searching, editing, news, figures."""
