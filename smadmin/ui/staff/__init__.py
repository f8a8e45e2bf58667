"""The page for staff."""
