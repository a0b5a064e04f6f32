"""The maatwerkbudget (BUD-1…BUD-11): a ledger of its own, above the work process.

Nothing is built here yet; the room is kept so that the import contract already knows its place.
"""
