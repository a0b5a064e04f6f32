"""Pages of the signals."""
