"""Who we are: partners, areas, teams and the people in them.

* ``organisation``: convenant partners, stadsdelen, neighbourhoods, clusters, teams, locations.
* ``people``: employees, the role each holds in a team for a period, specialisms, wie is wie.
* ``login``: signing in with a second factor, the length of a session, the role in effect.
* ``notices``: in-app notices and the mail outbox; they serve every app above.
* ``operations``: is the machine running: heartbeat of the worker, health.
"""
