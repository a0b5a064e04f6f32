"""Waakvlam: a light recurring contact with a vulnerable resident (WAA-1 to WAA-3, ADR 39).

Begins with an agreement between the resident and a wijkteam, with or without a dossier; ends with
a coded reason. Knows dossiers and residents; no room of the process knows it.
"""
