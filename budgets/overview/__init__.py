"""The overview of the maatwerkbudget: what is there, what is promised, what comes back (BUD-6)."""
