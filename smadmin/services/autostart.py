"""Starting the tray's icon when somebody logs in to this computer: put there by a press, taken back by one.

Each system keeps it in a place of its own, always the login's and never the whole computer's: a file of the
XDG autostart specification, a value of Windows' key *Run*, an agent of macOS' launchd.
"""

import plistlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import list2cmdline
from typing import Any, Protocol

import platformdirs

from smadmin.storage.disk import disk_error

NAME = "smadmin"
AGENT = "org.smadmin.tray"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = set(" \t\n\r\"'\\><~|&;$*?#()`")
"""What the desktop entry specification has quoted in an argument."""
_ESCAPED = '"`$\\'
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
"""How the file's strings write what would end a line."""


class Autostart(Protocol):
    """Where this system keeps what starts at log-in."""

    @property
    def on(self) -> bool:
        """Tell whether the tray's icon starts at log-in."""
        ...

    def put(self, command: Sequence[str]) -> None:
        """Start a command at log-in from now on, in the place of another one.

        Raises:
            OutsideFailed: no permission, no space.
        """
        ...

    def take_back(self) -> None:
        """Start nothing any more; no error where nothing was there.

        Raises:
            OutsideFailed: no permission.
        """
        ...


class XdgAutostart:
    """A desktop entry in the login's `autostart` folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which may not be there."""
        self._file = folder / f"{NAME}.desktop"

    @property
    def on(self) -> bool:
        """Tell whether the entry is there and wasn't switched off by the desktop's own settings."""
        try:
            lines = self._file.read_text("utf-8").splitlines()
        except (OSError, ValueError):
            return False
        return "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines

    def put(self, command: Sequence[str]) -> None:
        """Write the entry."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            f"Exec={' '.join(_in_entry(one) for one in command)}",
            f"Icon={NAME}",
            "Terminal=false",
        )
        _write(self._file, ("\n".join(lines) + "\n").encode())

    def take_back(self) -> None:
        """Remove the entry."""
        _remove(self._file)


class LaunchAgent:
    """A property list in the login's `LaunchAgents` folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which may not be there."""
        self._file = folder / f"{AGENT}.plist"

    @property
    def on(self) -> bool:
        """Tell whether the list is there."""
        return self._file.is_file()

    def put(self, command: Sequence[str]) -> None:
        """Write the list; launchd reads it at the next log-in."""
        agent = {
            "Label": AGENT,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Background",
        }
        _write(self._file, plistlib.dumps(agent))

    def take_back(self) -> None:
        """Remove the list."""
        _remove(self._file)


class Registry(Protocol):
    """The values of one key of the login's registry."""

    def read(self, name: str) -> str | None:
        """Give a value, or None."""
        ...

    def write(self, name: str, value: str) -> None:
        """Write a value.

        Raises:
            OSError: no permission.
        """
        ...

    def remove(self, name: str) -> None:
        """Remove a value.

        Raises:
            FileNotFoundError: it isn't there.
            OSError: no permission.
        """
        ...


class RunKey:
    """A value of Windows' key *Run* for this login."""

    def __init__(self, registry: Registry) -> None:
        """Take the key."""
        self._registry = registry

    @property
    def on(self) -> bool:
        """Tell whether the value is there."""
        return self._registry.read(NAME) is not None

    def put(self, command: Sequence[str]) -> None:
        """Write the value."""
        try:
            self._registry.write(NAME, list2cmdline(command))
        except OSError as error:
            raise disk_error(error) from error

    def take_back(self) -> None:
        """Remove the value."""
        try:
            with suppress(FileNotFoundError):
                self._registry.remove(NAME)
        except OSError as error:
            raise disk_error(error) from error


class WindowsRegistry:
    """The key *Run* of whoever is logged in."""

    def __init__(self) -> None:
        """Load what Windows alone has."""
        import winreg  # noqa: PLC0415 - only Windows has it

        self._winreg: Any = winreg

    def read(self, name: str) -> str | None:
        """Give a value, or None."""
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, _RUN) as key:
                return str(self._winreg.QueryValueEx(key, name)[0])
        except OSError:
            return None

    def write(self, name: str, value: str) -> None:
        """Write a value."""
        with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, _RUN) as key:
            self._winreg.SetValueEx(key, name, 0, self._winreg.REG_SZ, value)

    def remove(self, name: str) -> None:
        """Remove a value."""
        access = self._winreg.KEY_SET_VALUE
        with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, _RUN, 0, access) as key:
            self._winreg.DeleteValue(key, name)


def autostart_here() -> Autostart:
    """Give this system's."""
    if sys.platform == "win32":
        return RunKey(WindowsRegistry())
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    return XdgAutostart(platformdirs.user_config_path() / "autostart")


def own_command(*arguments: str) -> tuple[str, ...]:
    """Give the command that starts this very program."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    return (_windowless(sys.executable), "-m", NAME, *arguments)


def _windowless(python: str) -> str:
    """Give the Python that opens no black window on Windows, where there is one."""
    beside = Path(python).with_name("pythonw.exe")
    return str(beside) if sys.platform == "win32" and beside.exists() else python


def _in_entry(argument: str) -> str:
    """Write an argument as a desktop entry has it: a percent sign begins a field code there."""
    doubled = argument.replace("%", "%%")
    if not set(doubled) & _RESERVED and doubled:
        return doubled
    quoted = "".join(f"\\{letter}" if letter in _ESCAPED else letter for letter in doubled)
    # The file's strings have backslashes of their own, which are read first; a line's end would begin a key.
    written = quoted.replace("\\", "\\\\")
    for letter, named in _NAMED.items():
        written = written.replace(letter, named)
    return f'"{written}"'


def _write(file: Path, content: bytes) -> None:
    fresh = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        raise disk_error(error) from error


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(error) from error
