"""Adviesvragen: a question from a dossier to somebody else; the regie stays (KET-1, DIF-3).

Begins when who works in a dossier asks; ends when the answer was read or the question was taken
back. Imports dossiers and residents; the dossier knows no advice.
"""
