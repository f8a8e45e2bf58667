"""Keeping freed memory: what one photo needed serves the next.

glibc gives large pieces back to the system at once and asks for them again with the next photo; to get them
page by page, filled with nothing, took a tenth of the engines' time. Other C libraries are left as they are.
"""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_MAX = -1, -4  # mallopt's, as malloc.h numbers them
_NEVER = (1 << 31) - 1


def keep_freed() -> None:
    """Let freed memory stay with this process, from now on."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, _NEVER)
        mallopt(_MMAP_MAX, 0)
