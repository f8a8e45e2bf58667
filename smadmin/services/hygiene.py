"""What this process does before anything else: nobody else reads its files, and no dump holds its memory.

Swap, hibernation and a dump by the same OS user are not held off (`keys.md`, Memory).
"""

import os
import sys

_PR_SET_DUMPABLE = 4


def keep_private() -> None:
    """Set the umask and forbid core dumps: the first thing in every process, so it imports nothing slow."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def harden(umask: int = 0o077) -> None:
    """Do that with the place's own umask and, on Linux, forbid dumping at all; before a store is opened."""
    keep_private()
    os.umask(umask)
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  the window's first frame needn't wait for it

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
