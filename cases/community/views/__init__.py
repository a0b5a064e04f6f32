"""The pages of the sociale kaart."""
