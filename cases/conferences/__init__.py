"""Casusoverleg and casustafel: a question from a dossier on the table of a meeting (KET-3, KET-7).

Begins with a rhythm of a team or a stadsdeel, or with a point that who works in a dossier brings;
ends when the point was discussed and its guests see it no more. The regie stays where it is.
Imports dossiers, todos, liaisons and, for why something may be shared, advice.
"""
