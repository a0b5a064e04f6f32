"""The pages of the melding, a file per subject."""
