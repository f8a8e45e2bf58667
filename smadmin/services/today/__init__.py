"""Today: what waits for whom."""
