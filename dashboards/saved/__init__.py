"""Own saved views: a page with its filters, under a name of one's own (VM-3)."""
