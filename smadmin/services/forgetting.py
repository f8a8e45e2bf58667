"""Whether what is entered is gone after a restart: a computer that begins anew each time it is switched on.

Before anything is lost only signs tell: folders in memory, live systems, profiles of guests and temporary
ones surely forget; programs that put a computer back may spare this folder. The signs are from general
knowledge of these systems, none of the programs was tried. Afterwards the keyring tells, where it outlives
the folder, that a school lay here (`Traces`). Where both are put back nothing tells, and nobody claims that
it does.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from smadmin.credentials.secrets import NoKeyring, SecretStore
from smadmin.domain.messages import Message, say

_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_LIVE = frozenset({"/cow", "cow", "airootfs", "livecd", "liveos_rootfs", "overlayroot"})
"""What live systems call the overlay that they write into; a container's overlay lies on a disk."""

_MOUNTS = Path("/proc/self/mounts")

_GUESTS = frozenset({"guest", "wdagutilityaccount"})
"""Whose folder is removed when they leave: the guest of Windows and macOS, and Windows Sandbox."""

_FREEZERS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "win32": (
        ("SystemRoot", "System32/drivers/DeepFrz.sys", "Deep Freeze"),
        ("ProgramFiles(x86)", "Faronics/Deep Freeze", "Deep Freeze"),
        ("ProgramFiles", "Shadow Defender", "Shadow Defender"),
        ("ProgramFiles", "Reboot Restore Rx", "Reboot Restore Rx"),
        ("SystemRoot", "System32/uwfmgr.exe", "Unified Write Filter"),
    ),
    "darwin": (("", "/Library/Application Support/Faronics/Deep Freeze", "Deep Freeze"),),
}
"""Programs that put a computer back at each start, and where they lie."""


class Forgets(StrEnum):
    """Why what is entered here would be gone."""

    MEMORY = "memory"
    GUEST = "guest"
    TEMPORARY = "temporary"  # a profile of Windows that isn't kept
    FROZEN = "frozen"  # by a program that may spare this folder
    EMPTIED = "emptied"  # a school lay here, and doesn't


@dataclass(frozen=True)
class Forgetting:
    """What speaks for it.

    Args:
        why: the sign.
        folder: which would be gone.
        program: that puts the computer back.
        day: on which a school was last seen there.
    """

    why: Forgets
    folder: Path
    program: str = ""
    day: date | None = None

    @property
    def said(self) -> Message:
        """What was noticed."""
        values = {"folder": str(self.folder), "program": self.program}
        day = {} if self.day is None else {"day": self.day}
        return say(f"store.forgets-{self.why.value}", **values, **day)

    @property
    def remedy(self) -> Message:
        """What to do."""
        sure = self.why in {Forgets.MEMORY, Forgets.GUEST, Forgets.TEMPORARY}
        return say("store.forgets-remedy" if sure else f"store.forgets-{self.why.value}-remedy")


@dataclass(frozen=True)
class Signs:
    """What is told of a computer, so that a test can make one up.

    Args:
        kind: as `sys.platform`.
        variables: of the environment.
        exists: tells whether something lies at a path.
        mounts: as Linux' kernel tells them (`/proc/self/mounts`).
    """

    kind: str
    variables: Mapping[str, str]
    exists: Callable[[PurePath], bool]
    mounts: Callable[[], str] = lambda: ""


def forgetting(folder: Path, signs: Signs | None = None) -> Forgetting | None:
    """Tell why what lies in a folder would be gone after a restart, or None where no sign says so."""
    here = signs or Signs(sys.platform, os.environ, _exists, _told_mounts)
    looks = {"linux": _on_linux, "win32": _on_windows, "darwin": _on_mac}
    look = looks.get(here.kind)
    return None if look is None else look(folder, here)


class Traces:
    """Notes in the keyring, outside every store's own, of the folders in which a school lay."""

    PREFIX = "folders"

    def __init__(self, secrets: SecretStore) -> None:
        """Take the keyring."""
        self._secrets = secrets

    def leave(self, folder: Path, day: date) -> None:
        """Note that a school lies in a folder (an errand); without a keyring nothing is noted."""
        with suppress(NoKeyring):
            if self._secrets.get(_item(folder)) != day.isoformat():
                self._secrets.set(_item(folder), day.isoformat())

    def emptied(self, folder: Path) -> Forgetting | None:
        """Tell of an empty folder whether a school lay in it (an errand)."""
        try:
            day = date.fromisoformat(self._secrets.get(_item(folder)) or "")
        except (NoKeyring, ValueError):
            return None
        return Forgetting(Forgets.EMPTIED, folder, day=day)


def _item(folder: Path) -> str:
    """Name a folder without its path, in which somebody's name may stand."""
    return hashlib.sha256(str(folder).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _on_linux(folder: Path, signs: Signs) -> Forgetting | None:
    real = Path(os.path.realpath(folder))
    return Forgetting(Forgets.MEMORY, folder) if in_memory(real, signs.mounts()) else None


def _on_windows(folder: Path, signs: Signs) -> Forgetting | None:
    profile = PureWindowsPath(signs.variables.get("USERPROFILE", ""))
    inside = PureWindowsPath(folder).is_relative_to(profile) and bool(profile.name)
    name = profile.name.casefold()
    if inside and signs.variables.get("USERNAME", "").casefold() in _GUESTS:
        return Forgetting(Forgets.GUEST, folder)
    # A profile that couldn't be loaded is called TEMP, TEMP.DOMAIN or TEMP.000; NTUSER.MAN is a fixed one's.
    if inside and (name.split(".")[0] == "temp" or signs.exists(profile / "NTUSER.MAN")):
        return Forgetting(Forgets.TEMPORARY, folder)
    return _frozen(folder, signs, PureWindowsPath)


def _on_mac(folder: Path, signs: Signs) -> Forgetting | None:
    home = PurePosixPath(signs.variables.get("HOME", ""))
    inside = PurePosixPath(folder).is_relative_to(home) and bool(home.name)
    if inside and home.name.casefold() in _GUESTS:
        return Forgetting(Forgets.GUEST, folder)
    return _frozen(folder, signs, PurePosixPath)


def _frozen(folder: Path, signs: Signs, path: type[PurePath]) -> Forgetting | None:
    told = {name.upper(): value for name, value in signs.variables.items()}  # Windows tells them in capitals
    for start, place, program in _FREEZERS[signs.kind]:
        root = told.get(start.upper()) if start else ""
        if root is not None and signs.exists(path(root) / place):
            return Forgetting(Forgets.FROZEN, folder, program=program)
    return None


def _told_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _exists(path: PurePath) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        return False


def in_memory(folder: Path, mounts: str) -> bool:
    """Tell whether a folder lies in memory.

    Args:
        folder: whether it is there already or not.
        mounts: as the kernel tells them (`/proc/self/mounts`), which writes a blank as its octal number.
    """
    nearest, found = -1, False
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:  # noqa: PLR2004 - source, place and kind
            continue
        source, place, kind = parts[:3]
        mounted = Path(place.replace("\\040", " "))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= nearest:
            nearest = len(mounted.parts)
            found = kind in _IN_MEMORY or (kind == "overlay" and source.casefold() in _LIVE)
    return found
