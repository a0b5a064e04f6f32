"""Pages of aanvragen and decisions."""
