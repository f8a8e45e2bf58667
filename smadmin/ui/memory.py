"""What this computer remembers of the window (place, theme, text size): a small file of settings.

Preferences only, never anything of the school; losing the file costs nothing but a resized window.
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSettings


class WindowMemory(Protocol):
    """A place for short texts under keys."""

    def value(self, key: str) -> str:
        """Give what was kept, or an empty text."""
        ...

    def keep(self, key: str, value: str) -> None:
        """Keep a text."""
        ...


class SettingsFile:
    """A window memory in an INI file. One that can't be written forgets; nobody is stopped by that."""

    def __init__(self, path: Path) -> None:
        """Take the file's path; it is made when something is first kept."""
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def value(self, key: str) -> str:
        """Give what was kept, or an empty text."""
        return str(self._settings.value(key, ""))

    def keep(self, key: str, value: str) -> None:
        """Keep a text."""
        self._settings.setValue(key, value)

    def write(self) -> None:
        """Write what was kept into the file now: another process is about to read it."""
        self._settings.sync()
