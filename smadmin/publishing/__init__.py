"""How a released post leaves: one file per way."""
