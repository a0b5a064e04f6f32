"""Signalen: a worry about somebody who did not ask, and going to see them (COL-4, COL-5, ADR 45).

Begins when a wijkwerker writes down what somebody noticed; ends with a coded outcome. Until the
person agrees, or a legal ground is written down, there is no resident and no dossier. Knows the
callbacks, meldingen and dossiers it may become; no room knows it.
"""
