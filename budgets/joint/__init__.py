"""The joint budget: what the partners plan per year, beside what the system knows (ADR 53).

Planned money only: nothing is paid from here. Knows the ledger, the people and how questions ended.
"""
