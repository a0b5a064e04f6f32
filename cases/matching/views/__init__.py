"""The pages of match requests."""
