"""The pages of hand-overs."""
