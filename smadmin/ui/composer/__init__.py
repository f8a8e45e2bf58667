"""Compose: one text for several official accounts, from the first keystroke to what is handed in."""
