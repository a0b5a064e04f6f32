"""The dossier: one per resident, one casusregisseur, the questions and what happened (GES-4)."""
