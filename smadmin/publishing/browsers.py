"""Browsers for the school's accounts: which is installed here, and started with one account's own folder.

A person's own browser is never touched: each account (and person, where people's own log-ins hold it) has a
folder of its own, in which no other log-in ever was (BAL-D4). Finding is a pure function of what is told of
the computer; starting takes a list of arguments and no shell, and nothing secret stands among them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.messages import say
from smadmin.publishing.in_use import is_in_use


class Family(Enum):
    """How a browser is told which folder to work in."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


@dataclass(frozen=True)
class Browser:
    """An installed browser."""

    name: str
    family: Family
    program: PurePath


@dataclass(frozen=True)
class System:
    """What is told of a computer: enough to look for browsers, and nothing that can't be made up in a test.

    Args:
        kind: as `sys.platform`.
        variables: of the environment.
        exists: tells whether a program lies at a path.
        registered: gives the path that Windows' *App Paths* has for a program, or None.
    """

    kind: str
    variables: Mapping[str, str]
    exists: Callable[[PurePath], bool]
    registered: Callable[[str], str | None] = lambda _program: None


@dataclass(frozen=True)
class _Known:
    """A browser, and where each system has it."""

    name: str
    family: Family
    windows: tuple[str, str]
    mac: str
    linux: tuple[str, ...]


_KNOWN = (
    _Known(
        "Chrome",
        Family.CHROMIUM,
        ("chrome.exe", r"Google\Chrome\Application"),
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        ("google-chrome-stable", "google-chrome"),
    ),
    _Known(
        "Edge",
        Family.CHROMIUM,
        ("msedge.exe", r"Microsoft\Edge\Application"),
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ("microsoft-edge-stable", "microsoft-edge"),
    ),
    _Known(
        "Chromium",
        Family.CHROMIUM,
        ("chromium.exe", r"Chromium\Application"),
        "Chromium.app/Contents/MacOS/Chromium",
        ("chromium", "chromium-browser"),
    ),
    _Known(
        "Firefox",
        Family.FIREFOX,
        ("firefox.exe", "Mozilla Firefox"),
        "Firefox.app/Contents/MacOS/firefox",
        ("firefox", "firefox-esr"),
    ),
)
"""In the order in which they are taken: those first whose folders hold a log-in for a whole term."""

_PACKED = ("/snap/", "/var/lib/snapd/", "/flatpak/")
"""Browsers in such a package may not write into a folder of ours; they open, and remember nothing."""
_PROFILES = "browsers"
_DETACHED = 0x00000008
"""DETACHED_PROCESS: it goes on when this program ends."""


def find_browsers(system: System) -> tuple[Browser, ...]:
    """Find the browsers that can keep an account's log-in in a folder of its own, the best first."""
    look = {"win32": _on_windows, "darwin": _on_mac}.get(system.kind, _on_linux)
    found = ((known, look(known, system)) for known in _KNOWN)
    return tuple(Browser(known.name, known.family, path) for known, path in found if path is not None)


def arguments_for(browser: Browser, folder: Path, address: str) -> list[str]:
    """Give what starts a browser on a page, in a folder of its own and nowhere else."""
    program = str(browser.program)
    if browser.family is Family.FIREFOX:
        return [program, "-profile", str(folder), "-no-remote", address]
    return [program, f"--user-data-dir={folder}", "--no-first-run", "--no-default-browser-check", address]


def this_system() -> System:
    """Give this computer."""
    return System(sys.platform, os.environ, lambda path: Path(path).is_file(), _registered)


class Profiles:
    """The browser folders of a data folder, one for each account, or for each account and person."""

    def __init__(self, folder: Path, system: System | None = None) -> None:
        """Take this login's own data folder; nothing is made before the first start."""
        self._folder = folder / _PROFILES
        self._system = system or this_system()
        self._started: dict[Path, list[subprocess.Popen[bytes]]] = {}

    def browser(self) -> Browser | None:
        """Give the browser that is started here, or None where there is none that can be."""
        return next(iter(find_browsers(self._system)), None)

    def folder_of(self, account: AccountId, person: PersonId | None = None) -> Path:
        """Give an account's folder; with a person, the one for their own log-in."""
        return self._folder / (account if person is None else f"{account}.{person}")

    def start(self, account: AccountId, address: str, person: PersonId | None = None) -> Browser:
        """Start the browser on a page, in this account's folder (an errand); it goes on by itself.

        Raises:
            OutsideFailed: there is no such browser, it doesn't start, or the folder can't be made.
        """
        browser, folder = self.browser(), self.folder_of(account, person)
        if browser is None:
            raise OutsideFailed(say("browsers.none"), remedy=say("browsers.none-remedy"))
        try:
            self._require_own(folder)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            folder.chmod(0o700)
            self._running(folder).append(_start(arguments_for(browser, folder, address), folder))
        except OSError as error:
            raise OutsideFailed(
                say("browsers.not-started", browser=browser.name), remedy=say("browsers.not-started-remedy")
            ) from error
        return browser

    def kept(self) -> tuple[tuple[AccountId, PersonId | None], ...]:
        """Give whose folders lie here.

        Raises:
            OutsideFailed: they can't be listed, so nobody knows.
        """
        try:
            names = sorted(one.name for one in self._folder.iterdir() if one.is_dir())
        except FileNotFoundError:  # no browser was started yet
            return ()
        except OSError as error:
            raise OutsideFailed(
                say("browsers.not-listed"), remedy=say("browsers.not-listed-remedy")
            ) from error
        parted = (name.partition(".") for name in names)
        return tuple((AccountId(one), PersonId(whose) if whose else None) for one, _, whose in parted)

    def is_open(self, account: AccountId, person: PersonId | None = None) -> bool:
        """Tell whether a browser seems to be open in a folder."""
        folder = self.folder_of(account, person)
        return bool(self._running(folder)) or is_in_use(folder)

    def _require_own(self, folder: Path) -> None:
        """Take no folder but one right beneath ours: an id comes from the register, which is plain.

        Raises:
            OSError: it lies elsewhere, or is a link to somewhere else.
        """
        if folder.parent != self._folder or folder.name in {"", ".."} or folder.is_symlink():
            raise NotADirectoryError(folder.name)

    def _running(self, folder: Path) -> list[subprocess.Popen[bytes]]:
        """Give what was started in a folder and runs; asking also buries what has ended."""
        self._started[folder] = [one for one in self._started.get(folder, []) if one.poll() is None]
        return self._started[folder]

    def remove(self, account: AccountId, person: PersonId | None = None) -> None:
        """Remove a folder with everything a browser kept in it (an errand).

        Raises:
            OutsideFailed: its browser is still open, or the disk refuses.
        """
        self.empty(account, person)
        try:
            self.folder_of(account, person).rmdir()
        except FileNotFoundError:
            return
        except OSError as error:
            raise _not_removed() from error

    def empty(self, account: AccountId, person: PersonId | None = None) -> None:
        """Remove everything that a browser kept in a folder; the folder itself stays (an errand).

        Raises:
            OutsideFailed: as `remove`.
        """
        folder = self.folder_of(account, person)
        try:
            if self.is_open(account, person):
                raise OutsideFailed(say("browsers.still-open"), remedy=say("browsers.still-open-remedy"))
            self._require_own(folder)
            for one in folder.iterdir() if folder.is_dir() else ():
                if one.is_dir() and not one.is_symlink():
                    shutil.rmtree(one)
                else:
                    one.unlink(missing_ok=True)
        except OSError as error:
            raise _not_removed() from error


def _not_removed() -> OutsideFailed:
    return OutsideFailed(say("browsers.not-removed"), remedy=say("browsers.still-open-remedy"))


def _start(arguments: Sequence[str], folder: Path) -> "subprocess.Popen[bytes]":
    """Start a program that outlives this one; its own words go nowhere, for they name pages and folders.

    Chromium would write what it was doing when it crashed beside the person's own browser (seen with
    Debian's 12), and such a report can hold a log-in.
    """
    return subprocess.Popen(  # noqa: S603  a list without a shell: a found browser, our folder, a checked page
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=True,
        env={**os.environ, "BREAKPAD_DUMP_LOCATION": str(folder)},
        start_new_session=True,
        creationflags=_DETACHED if sys.platform == "win32" else 0,
    )


def _on_windows(known: _Known, system: System) -> PurePath | None:
    program, below = known.windows
    told = system.registered(program)
    roots = (system.variables.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    named = [PureWindowsPath(told.strip('"'))] if told else []
    named += [PureWindowsPath(root) / below / program for root in roots if root]
    return next((path for path in named if system.exists(path)), None)


def _on_mac(known: _Known, system: System) -> PurePath | None:
    homes = ("/Applications", f"{system.variables.get('HOME', '')}/Applications")
    return next((path for home in homes if system.exists(path := PurePosixPath(home) / known.mac)), None)


def _on_linux(known: _Known, system: System) -> PurePath | None:
    folders = [one for one in system.variables.get("PATH", "").split(":") if one.startswith("/")]
    own = [one for one in folders if not any(packed in f"{one}/" for packed in _PACKED)]
    named = (PurePosixPath(folder) / name for name in known.linux for folder in own)
    return next((path for path in named if system.exists(path)), None)


def _registered(program: str) -> str | None:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  only Windows has it

        key = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{program}"
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                return str(winreg.QueryValue(root, key))
            except OSError:
                continue
    return None
