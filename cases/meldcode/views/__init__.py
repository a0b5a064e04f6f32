"""The pages of the meldcode."""
