"""The pages of bank lines."""
