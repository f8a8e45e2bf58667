"""Opens files in folders where other logins may write too: never a link, a pipe or a folder.

Through a planted link somebody else's file would be read, and packed into a backup that the planter opens; a
pipe would keep the program waiting for ever.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(file: Path) -> BinaryIO:
    """Open a file for reading.

    Raises:
        OSError: if it isn't there, may not be read, or is anything but a file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(file, flags | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a file")
    return os.fdopen(handle, "rb")


def is_regular(file: Path) -> bool:
    """Tell whether a file lies here itself: no link, no pipe, no folder."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False
