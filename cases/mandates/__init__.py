"""Who may decide what about support of the municipality: the mandate register of the Wmo.

Knows products and people, never a resident. Rooms in which somebody decides ask it (``deciding``).
"""
