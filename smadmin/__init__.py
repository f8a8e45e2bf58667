"""smadmin: the right account, the right photo, never silent."""

__version__ = "0.1.0"
