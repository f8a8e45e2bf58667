"""Starts what sees photos while the command that asked for it is being loaded: each takes half a second.

Must stay light, and looks at the arguments only; whoever asks for anything else gets workers of their own.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smadmin.cli.photos import OpenFolders
    from smadmin.services.photos.folders import PhotoFolders

MOST = 16
_LOOK = (["photos", "scan"], ["photos", "cover"])
_HOW_MANY = "--workers"


@contextmanager
def eyes_for(arguments: Sequence[str]) -> "Iterator[OpenFolders | None]":
    """Begin to start the workers that a command will want; None where it wants none.

    Leaving the block ends them.
    """
    at_once = workers_for(arguments)
    if at_once == 0:
        yield None
        return
    # Only where photos are looked at: other commands needn't load this.
    from smadmin.imaging.workers import PhotoWorkers  # noqa: PLC0415 - see above

    with PhotoWorkers.open(at_once=at_once) as workers:
        workers.warm_up()

        def open_folders(wanted: int) -> "AbstractContextManager[PhotoFolders]":
            from smadmin.services.photos.folders import PhotoFolders, open_photo_folders  # noqa: PLC0415 - as above

            if wanted == at_once:
                return nullcontext(PhotoFolders(workers, at_once=at_once))
            return open_photo_folders(wanted)

        yield open_folders


def workers_for(arguments: Sequence[str]) -> int:
    """Tell how many photos a command will look at at the same time; 0 if it looks at none."""
    asked = list(arguments)
    if asked[:2] not in _LOOK or "--help" in asked:
        return 0
    for place, one in enumerate(asked):
        if one == _HOW_MANY or one.startswith(f"{_HOW_MANY}="):
            number = one.partition("=")[2] or "".join(asked[place + 1 : place + 2])
            return int(number) if number.isdecimal() and int(number) <= MOST else 0
    return 1
