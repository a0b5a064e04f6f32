"""Requests of maatwerkbudget: asked, decided, paid, and the advances that come back (ADR 49).

Knows the ledger below it and the dossiers; every amount that moves is posted there.
"""
