"""Figures and the first page: Mijn werk for everybody, the dashboard for who steers (MON-5).

Reads what the apps below hold and writes only its own summary rows. Each number opens the list
it counted: tile and list use the same selection.
"""
