"""Who is away and who is there: absence, working days, the calendar, gaps (VER-1…VER-4).

Begins when somebody will not be there; ends where somebody covers for them (a room above). Imports
``notices`` and ``people``; a room that hands work out asks ``presence`` and ``choosing``.
"""
