"""The pages of cover: who covers for whom, arrange it, end it."""
