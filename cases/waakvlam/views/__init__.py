"""The pages of the waakvlam."""
