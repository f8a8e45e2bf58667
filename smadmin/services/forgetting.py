"""Whether a folder is gone after a restart: a computer that begins anew each time it is switched on.

Only what surely forgets is named, for a warning that isn't true makes the next one unread: folders in memory,
and systems that were started from a stick and write beside it in memory. Windows and macOS don't tell.
"""

import os
import sys
from pathlib import Path

_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_LIVE = frozenset({"/cow", "cow", "airootfs", "livecd", "liveos_rootfs", "overlayroot"})
"""What live systems call the overlay that they write into; a container's overlay lies on a disk."""

_MOUNTS = Path("/proc/self/mounts")


def forgets(folder: Path) -> bool:
    """Tell whether what lies in a folder is gone once the computer is switched off."""
    if sys.platform != "linux":
        return False
    try:
        told = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return in_memory(Path(os.path.realpath(folder)), told)


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
