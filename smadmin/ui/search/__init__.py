"""One search for the whole window."""
