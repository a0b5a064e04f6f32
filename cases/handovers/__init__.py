"""Hand-overs: a dossier is offered to another team, and goes over with all that is open (SST-1)."""
