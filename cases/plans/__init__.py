"""The plan of a household: goals, who does what, when it is looked at again (GES-4 to GES-7)."""
