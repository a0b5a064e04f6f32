"""Who we are: partners, areas, teams and the people in them.

* ``organisation``: convenant partners, stadsdelen, neighbourhoods, clusters, teams, locations.
* ``people``: employees, the role each holds in a team for a period, specialisms, wie is wie.
* ``notices``: in-app notices and the mail outbox; they serve every room and app above.
* ``absence``: who is away and who is there, working days, the calendar, gaps.
* ``cover``: who does whose work for a while, how far that reaches, whose work nobody does.
* ``profile``: whom a cluster should have, beside whom it has: fte per specialism.
* ``login``: signing in with a second factor, invitations, sessions, the role in effect.
* ``operations``: is the machine running: heartbeat of the worker, health.
"""
