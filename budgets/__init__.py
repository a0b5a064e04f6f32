"""The maatwerkbudget (BUD-1…BUD-11): a ledger of its own, above the work process."""
