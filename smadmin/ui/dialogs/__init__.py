"""Dialogs, only for what can't be undone or must be decided now."""
