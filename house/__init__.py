"""What `dev.py` does: environment, catalogues, locking, test parts. Standard library only, never shipped."""
