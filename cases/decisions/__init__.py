"""Aanvraag and besluit: the two-week clock, who may decide, the letter and the objection.

Rules AB-1 and further stand in ``docs/beleid/aanvragen.md``; why it is so in ADR 33.
"""
