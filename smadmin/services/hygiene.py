"""What this process does before anything else: nobody else reads its files, and no dump holds its memory.

Swap, hibernation and a dump by the same OS user are not held off (`keys.md`, Memory).
"""

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def harden(umask: int = 0o077) -> None:
    """Set the umask, forbid core dumps and, on Linux, dumping at all."""
    os.umask(umask)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
