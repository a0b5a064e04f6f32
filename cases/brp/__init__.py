"""Uittreksels uit de BRP: a file with a line per inwoner becomes residents, all of it or nothing.

Begins when a file is handed in; ends when its lines are residents or it was thrown away. Knows
``residents`` only.
"""
