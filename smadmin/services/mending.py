"""Helping a data folder that doesn't open: which backup there is, and putting back what is damaged.

Nobody is signed in here. A backup opens with this seat's key, or with root's as typed from the envelope.
Where only the locked keys are damaged, they alone are put back and the store stays as it is.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smadmin.credentials.secrets import KeyringSecrets, SecretStore
from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.backup_files import backups_here, made_at
from smadmin.services.backups import errno_of
from smadmin.services.looked_through import unpacked
from smadmin.services.openers import opens, seat_or_typed, store_ids_of
from smadmin.services.places import Place
from smadmin.services.restored import Restored
from smadmin.services.restoring import restore_from
from smadmin.services.seats import identities_in, take_seat
from smadmin.storage.clock import SystemClock
from smadmin.storage.disk import FILE_NAME, disk_error
from smadmin.storage.packed import IDENTITIES
from smadmin.storage.store import Store

STORE_DAMAGED = frozenset({"store.corrupt", "store.vanished", "store.record-unproven", "store.other-store"})
KEYS_DAMAGED = "keys.identities-damaged"


@dataclass(frozen=True)
class Offer:
    """A backup that can be put back, and when it was made (UTC)."""

    file: Path
    made: datetime | None


def is_grave(error: KnownError) -> bool:
    """Tell whether an error means that the data folder itself needs mending."""
    return error.happened.id in STORE_DAMAGED or error.happened.id == KEYS_DAMAGED


def last_backup(place: Place) -> Path | None:
    """Give the newest backup that lies beside a store, by its name, or None."""
    return next(iter(backups_here(place, now=SystemClock().now())), None)


def require_store(place: Place) -> None:
    """Refuse to begin anew where a school was: its backups are there, and its database isn't.

    Raises:
        OutsideFailed: `store.vanished`.
    """
    file = place.store / FILE_NAME
    try:
        there = file.exists() and file.stat().st_size > 0
    except OSError as error:
        raise disk_error(error) from error
    if not there and backups_here(place, now=SystemClock().now()):
        raise OutsideFailed(say("store.vanished"), kept=say("store.vanished-kept"))


def require_writable(place: Place) -> None:
    """Refuse to work where nothing could be saved (an errand).

    Raises:
        OutsideFailed: no permission, no space.
    """
    try:
        for folder in {place.store, place.seat}:
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(bytes(_PROBE_BYTES))
        with (place.store / FILE_NAME).open("r+b"):
            pass
    except OSError as error:
        raise disk_error(error) from error


class Mending:
    """Mends one data folder. All of it is errands; the store must be closed."""

    def __init__(self, place: Place, keyring: Callable[[str], SecretStore] = KeyringSecrets) -> None:
        """Take the folder, and what makes the keyring's face from the store's id."""
        self.place = place
        self._keyring = keyring
        self._refused: set[Path] = set()

    def offer(self) -> Offer | None:
        """Give the newest backup that lies here and opens with this seat's key, or None.

        Where none does, it is the newest of all, for the envelope; one that turned out to be none isn't
        offered again.
        """
        try:
            lying = backups_here(self.place, now=SystemClock().now())
        except OSError:  # a folder that this login may not look into
            return None
        here = [one for one in lying if one not in self._refused]
        seats = [take_seat(self._keyring(one), found=False).identity for one in store_ids_of(self.place)]
        ours = (one for one in here if any(seat is not None and opens(seat, one) for seat in seats))
        best = next(ours, here[0] if here else None)
        return None if best is None else Offer(best, made_at(best))

    def put_back_store(self, file: Path, *, typed: str | None = None) -> Restored:
        """Put a backup in the place of the store; the damaged file is kept beside.

        Raises:
            Tampered: `keys.not-for-this-key` where the envelope is needed; else as `restoring.restore`.
        """
        with self._refusing(file):
            return restore_from(self.place, file, typed=typed, secrets=self._keyring)

    def put_back_keys(self, file: Path, *, typed: str | None = None) -> None:
        """Put back only this seat's locked keys; who was let in later is let in again.

        Raises:
            Tampered: as above.
            OutsideFailed: if the backup is damaged or has no keys of this seat, or the disk refuses.
        """
        store = Store.open(self.place.store)
        try:
            store_id = store.id
        finally:
            store.close()
        opener = seat_or_typed(self._keyring(store_id), typed)
        try:
            with (
                self._refusing(file),
                tempfile.TemporaryDirectory(prefix=".restoring-", dir=self.place.seat) as opened,
            ):
                keys = unpacked(file, opener, Path(opened)) / IDENTITIES
                _require_keys(keys.parent)
                old = self.place.seat / IDENTITIES
                if old.exists():
                    stamp = SystemClock().now()
                    old.replace(old.with_name(f"identities-damaged-{stamp:%Y%m%dT%H%M%SZ}.json"))
                keys.replace(old)
        except OSError as error:
            raise disk_error(errno_of(error)) from error

    @contextmanager
    def _refusing(self, file: Path) -> Iterator[None]:
        try:
            yield
        except KnownError as error:
            if error.happened.id in _NO_BACKUP:
                self._refused.add(file)
            raise


_PROBE_BYTES = 64 * 1024
_NO_BACKUP = frozenset(
    {
        "keys.cannot-open",
        "store.backup-damaged",
        "store.backup-newer",
        "store.backup-without-keys",
        "store.not-a-backup",
    }
)
"""What says that a file is no backup that can be put back here, whoever opens it."""


def _require_keys(folder: Path) -> None:
    if not identities_in(folder).locks():
        without = say("store.backup-without-keys")
        raise OutsideFailed(without, kept=say("store.nothing-lost"), remedy=say("keys.identities-remedy"))
