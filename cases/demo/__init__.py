"""The demo city: made-up employees, residents and callback requests, and cities of any size.

Not a room of the process: it only fills the tables of the rooms, and only where nothing real is.
``seed_demo`` lets people act through the services; ``generate_city`` writes rows in bulk to
measure on. Knows every room of ``cases`` and ``clusters``; nothing knows it.
"""
