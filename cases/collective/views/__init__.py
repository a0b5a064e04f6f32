"""The pages of collective work and of the plans of clusters."""
