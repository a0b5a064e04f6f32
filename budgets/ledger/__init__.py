"""The ledger under the maatwerkbudget: pots, accounts and entries that are never changed (ADR 48).

Knows no resident and no request; whoever posts gives a reference.
"""
