"""Terugkoppelen: who referred a resident hears, with consent, what came of it (KET-9, ADR 41).

Begins with the referrer of a dossier; ends when they were told, or with why they were not. Imports
dossiers, liaisons and, for why something may be shared, advice.
"""
