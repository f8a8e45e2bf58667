"""The command line, by its contract."""
