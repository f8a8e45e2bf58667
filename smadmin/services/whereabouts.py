"""Where on this computer the school's things lie, for people who look for them."""

from dataclasses import dataclass
from pathlib import Path

from smadmin.services import backup_files, logs
from smadmin.services.places import find_turned_place


@dataclass(frozen=True)
class Whereabouts:
    """The data folder, the folder of the backups in it, and the log's file."""

    store: Path
    backups: Path
    log: Path


def whereabouts(wanted: Path | None) -> Whereabouts:
    """Find them; nothing is made.

    Args:
        wanted: the data folder that was named, or None for the usual one.
    """
    place = find_turned_place(wanted)
    return Whereabouts(place.store, place.store / backup_files.FOLDER, place.seat / logs.FILE_NAME)
