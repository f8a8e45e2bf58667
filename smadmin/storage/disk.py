"""The name of the store's file and the disk's errors. Stays light: who has no store needs no more of it."""

import errno
import os
from pathlib import Path

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say

FILE_NAME = "store.db"


def disk_error(error: OSError) -> OutsideFailed:
    """Word an error of the file system in the store's terms."""
    name = {
        errno.ENOSPC: "store.disk-full",
        errno.EDQUOT: "store.disk-full",
        errno.EACCES: "store.read-only",
        errno.EPERM: "store.read-only",
        errno.EROFS: "store.read-only",
    }.get(error.errno or 0, "store.disk-failed")
    return OutsideFailed(say(name), kept=say("store.nothing-lost"), remedy=say(f"{name}-remedy"))


def flushed(file: Path) -> None:
    """Wait until a file's content lies on the disk.

    Raises:
        OSError: if it can't.
    """
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
