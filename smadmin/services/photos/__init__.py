"""Photos: what is done with them, one file per deed."""
