"""The search of everything that is out for one child who is no longer to be shown."""
