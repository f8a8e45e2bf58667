"""The backups that lie beside a store, by what their files are: their names may have been planted.

Works on a damaged store too, and needs nobody signed in.
"""

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.services.places import Place
from smadmin.storage.disk import disk_error
from smadmin.storage.regular import open_regular

FOLDER, ENDING = "backups", ".smadmin-backup"
EVERY = timedelta(days=1)
STAMP = "%Y%m%dT%H%M%SZ"
_SEALED = b"age-encryption.org/v1\n"


def backups_here(place: Place, *, now: datetime) -> tuple[Path, ...]:
    """Give the backups beside a store, even a damaged one, the newest first.

    Names may be planted: what isn't sealed at all is left out, and what is dated after `now` comes last.
    """
    files = [file for file in (place.store / FOLDER).glob(f"*{ENDING}") if _is_sealed(file)]
    dated = [(made_at(file) or datetime.min.replace(tzinfo=UTC), file) for file in files]
    return tuple(
        file
        for _, _, file in sorted(((made <= now + EVERY, made, file) for made, file in dated), reverse=True)
    )


def require_sealed(file: Path) -> None:
    """Refuse what somebody chose where it is no backup at all, before they fetch the envelope for it.

    Raises:
        BadInput: if it isn't there, or isn't sealed.
        OutsideFailed: if the disk doesn't give it.
    """
    try:
        sealed = stat.S_ISREG(file.stat().st_mode)  # a pipe would keep us waiting for ever
        if sealed:
            with file.open("rb") as opened:
                sealed = opened.read(len(_SEALED)) == _SEALED
    except FileNotFoundError as error:
        missing = say("store.backup-missing", file=str(file))
        raise BadInput(missing, remedy=say("store.backup-name")) from error
    except OSError as error:
        raise disk_error(error) from error
    if not sealed:
        named = file.name.endswith(ENDING)
        remedy = "store.backup-spoilt" if named else "store.not-a-backup-remedy"
        raise BadInput(say("store.not-a-backup"), remedy=say(remedy))


def _is_sealed(file: Path) -> bool:
    try:
        with open_regular(file) as opened:
            return opened.read(len(_SEALED)) == _SEALED
    except OSError:
        return False


def made_at(file: Path) -> datetime | None:
    """Give when a scheduled backup was made (UTC), by its name, or None for a name of somebody's choice."""
    stamp = re.search(r"[0-9]{8}T[0-9]{6}Z", file.name)
    try:
        return datetime.strptime(stamp[0], STAMP).replace(tzinfo=UTC) if stamp else None
    except ValueError:
        return None


def require_free(file: Path) -> None:
    """Refuse a name under which something lies already.

    Raises:
        BadInput: if something does.
    """
    if file.exists():
        raise BadInput(say("store.backup-there", file=str(file)), remedy=say("store.backup-name"))
