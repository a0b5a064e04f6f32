"""Index of the callback pages: the desk of the contact centre, the list, the acts."""
