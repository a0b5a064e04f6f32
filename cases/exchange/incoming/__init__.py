"""A line of a file as what we would write down: looked up in our lists, or every fault in Dutch."""
