"""The pages of adviesvragen."""
