"""The screen *People*."""
