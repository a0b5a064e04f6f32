"""How work flows through the teams: what came in and went out, how long it took, how it was
triaged and how it ended; every mark opens the list that counts the same (ST-1).

Each part has one object that says which rows there are, which both its numbers and its list ask.
Only the last months are read, through indexes on team and moment; nothing is written.
"""
