"""Meldcode: five steps after a suspicion of domestic violence or child abuse, apart from the file.

Begins when who works with a resident suspects it; ends with an outcome. Only who does it, whom she
names and the aandachtsfunctionaris know that it is there: nothing of it is in a dossier, a count or
a list of anybody else. Imports dossiers, intakes and residents; no room knows this one.
"""
