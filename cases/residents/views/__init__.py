"""Index of the resident pages: the card, what is closed, searching, household and network."""
