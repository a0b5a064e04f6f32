"""The kennisbank and the news of the desk: what a caller can be told at once (TEL-7, TEL-9).

Articles are about rules and places, never about a resident.
"""
