"""Whether a browser has a folder open: told from what it leaves there while it runs, for none is asked."""

import os
import re
import sys
from pathlib import Path

_IN_USE = ("SingletonLock", "lockfile", "lock", ".parentlock", "parent.lock")
"""What a browser leaves in its folder while it is open."""


def is_in_use(folder: Path) -> bool:
    """Tell whether a browser seems to be open in a folder.

    Raises:
        OSError: the folder can't be looked into.
    """
    return any(_points_to_a_process(folder / name) or _held(folder / name) for name in _IN_USE)


def _points_to_a_process(lock: Path) -> bool:
    """Tell whether a link names a process that runs: a browser that was killed leaves its link behind."""
    if sys.platform == "win32" or not lock.is_symlink():
        return False
    process = re.search(r"(\d+)$", str(lock.readlink()))
    if process is None:
        return True
    try:
        os.kill(int(process[1]), 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's, so it runs
        return True
    return True


def _held(lock: Path) -> bool:
    """Tell whether a file is there whose lock another program holds; Windows lets none open it meanwhile."""
    if not lock.is_file():
        return False
    try:
        with lock.open("r+b") as opened:
            if sys.platform != "win32":
                import fcntl  # noqa: PLC0415  Windows has none

                fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False
