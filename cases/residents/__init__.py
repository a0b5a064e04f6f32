"""Inwoners: who they are and how they can be reached, no more than the work needs (AVG-1).

Begins when somebody calls; ends when nothing in the work points to the person any more. Knows
no other room; ``callbacks`` builds on it.
"""
