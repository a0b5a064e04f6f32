"""Which people a cluster should have, beside whom it has: fte per specialism (DIF-1, CLU-15).

Begins with a wished number of fte; ends at the list of who counts, and how many inhabitants there
are for them. Imports ``absence`` (working days), ``people`` and ``organisation``.
"""
