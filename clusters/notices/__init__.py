"""Notices inside the application and the mail that points to them (design 6).

Begins when another room says who must know; ends when the person has read it and the mail has
left. Serves every app above, so it knows none of them. Imports ``people``.
"""
