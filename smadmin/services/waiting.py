"""Saying that a store keeps a command waiting: SQLite lets one program write at a time.

The window looks for itself (`DataFolder.waits_s`); a command has one thread, which waits.
"""

from smadmin.storage.turns import telling_waits

__all__ = ["telling_waits"]
