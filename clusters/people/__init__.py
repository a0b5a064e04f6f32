"""The people: employees, the role each holds for a period, specialisms, wie is wie (TEL-11).

Begins with an account; ends where somebody signs in (``login``). Imports ``organisation``.
"""
