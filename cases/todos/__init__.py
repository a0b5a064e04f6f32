"""Tasks in a dossier: what somebody of the dossier must do, by which day (GES-4, ADR 36).

Begins when somebody who works in the dossier writes a task down; ends when it is done or dropped.
Knows dossiers and who works in them.
"""
