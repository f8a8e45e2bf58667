"""The screen *Records*: who did what, whether it is whole, the way out of the house, and backups.

Pure: `model`. Widgets: `screen` with `side`, `proof`, `leaving`, `copies`.
"""
