"""Backups: the store without face patterns, in one file sealed to seats, root and offices (`keys.md`).

Making one needs nobody signed in. Whom it is sealed to says the proven record, never the trust tables; where
it isn't proven none is made, so that the last good one stays the last. A backup counts as away once it was
written to another disk, or somebody said that they carried it away.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, cast

from smadmin.credentials.headers import MOST_RECIPIENTS
from smadmin.credentials.identity import seal_stream
from smadmin.domain.canonical import Plain, canonical, parse
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.timeline import ClockState
from smadmin.services.backup_files import ENDING, EVERY, FOLDER, STAMP, backups_here, made_at, require_free
from smadmin.services.desk import Desk
from smadmin.services.places import Place
from smadmin.services.proof import Proof, Proven, proven_now
from smadmin.services.roles import today_of
from smadmin.storage.backup import head_of, leave_out_patterns, snapshot
from smadmin.storage.disk import disk_error
from smadmin.storage.packed import IDENTITIES, STORE, Contents, Packing
from smadmin.storage.regular import is_regular, open_regular
from smadmin.storage.store import SCHEMA_VERSION

KEPT, AWAY_WITHIN = timedelta(days=35), timedelta(days=7)
_STATE, _ERASED = "backups.json", "erased.json"
_BEFORE = "store-before-*.db*"
_OFFICES = (Role.PRINCIPAL, Role.DEPUTY, Role.COMMUNICATIONS)


class NotProven(KnownError):
    """The record can't be proven now, so nobody knows whom a backup may be sealed to."""


@dataclass(frozen=True)
class BackupState:
    """When the last backup was made and when the last one left this computer (UTC), and what is due."""

    last: datetime | None
    away: datetime | None
    due: bool
    away_overdue: bool

    def reminders(self) -> tuple[Reason, ...]:
        """Give what Today says about it."""
        told = []
        if self.last is None:
            told.append(Reason(say("store.backup-never"), None, "backup"))
        elif self.due:
            told.append(Reason(say("store.backup-due", on=self.last), None, "backup"))
        if self.away_overdue:
            told.append(Reason(say("store.backup-not-away"), None, "backup"))
        return tuple(told)


@dataclass(frozen=True)
class Made:
    """A written backup, and whether it lies on another disk than the store."""

    file: Path
    away: bool


class Backups:
    """Makes backups of a store and says when one is due. All of it is errands; no deed is done here."""

    def __init__(self, desk: Desk, place: Place, proven: Callable[[], Proven] | None = None) -> None:
        """Stand on the desk and the data folder.

        Args:
            desk: whose store it is.
            place: where it lies.
            proven: proves the record up to now (an errand); None: from its first row, without notes.
        """
        self._desk = desk
        self._place = place
        self._proven = proven or (lambda: proven_now(Proof(desk), desk, None))
        self._folder = place.store / FOLDER

    def state(self) -> BackupState:
        """Say what is due. A school that was just founded has a week before it is reminded."""
        now, last = self._desk.now, None
        ahead = now + EVERY  # a clock may have been set back; what lies further ahead says nothing
        if here := backups_here(self._place, now=now):
            last = _not_after(made_at(here[0]), ahead)
        kept = _read(self._folder / _STATE)
        away = _not_after(_moment(kept.get("away")), ahead)
        known = away or self._founded() or now
        return BackupState(last, away, last is None or now - last >= EVERY, now - known > AWAY_WITHIN)

    def make(self) -> Made:
        """Make the scheduled backup beside the store, and remove those past their 35 days.

        None is removed while nobody knows whether the clock is right.

        Raises:
            NotProven: if the record isn't whole, or isn't the one that this computer noted.
            OutsideFailed: no space, no permission, a damaged store.
        """
        name = f"smadmin-{self._desk.now:{STAMP}}{ENDING}"
        file = self._folder / name
        if self._write(file).timeline.state(self._desk.now) is ClockState.RIGHT:
            self._prune()  # by a wrong clock every other backup looks years old
        return Made(file, away=False)

    def write(self, file: Path, *, also: tuple[str, ...] = ()) -> Made:
        """Write a backup to a file of somebody's choice.

        Args:
            file: where to.
            also: who opens it beside those whom the record knows (`coming.copy_for`); then without locks.

        Raises:
            BadInput: if something is there already.
            NotProven: as for `make`.
            OutsideFailed: no space, no permission, a damaged store.
        """
        require_free(file)
        self._write(file, also)
        away = file.stat().st_dev != self._place.store.stat().st_dev
        if away:
            self.carried_away()
        return Made(file, away)

    def carried_away(self) -> None:
        """Note that a backup has left this computer."""
        write_whole(self._folder / _STATE, canonical({"away": self._desk.now.isoformat()}))

    def erased_of(self, table: str) -> frozenset[str]:
        """Give what is noted of a table."""
        return frozenset(erased(self._place).get(table, ()))

    def take_off(self, table: str, ids: Iterable[str]) -> None:
        """Take off what was noted, because it may come back.

        Raises:
            OutsideFailed: if it can't be written.
        """
        self._write_erased(table, self.erased_of(table) - set(ids))

    def note_erased(self, table: str, ids: Iterable[str]) -> None:
        """Note rows that were erased for good, so that no restore brings them back (random ids only).

        Raises:
            OutsideFailed: if it can't be written.
        """
        self._write_erased(table, self.erased_of(table) | set(ids))

    def _write_erased(self, table: str, ids: Iterable[str]) -> None:
        gone: dict[str, Plain] = dict(erased(self._place))
        gone[table] = sorted(ids)
        write_whole(self._folder / _ERASED, canonical(gone))

    def _write(self, file: Path, also: tuple[str, ...] = ()) -> Proven:
        proven = self._proven()
        # A list that isn't as it was signed (a restore waits, say) couldn't be put back from the copy.
        if not (proven.whole and proven.head_right and proven.roster_right):
            told = say("store.backup-not-proven")
            raise NotProven(told, kept=say("store.nothing-lost"), remedy=say("store.backup-prove-first"))
        with self._desk.look() as unit:
            today = today_of(unit, self._desk)
        keys = [*(key.recipient for key in recipients(proven.trust, today)), *also]
        try:
            self._folder.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".making-", dir=self._folder) as making:
                copy = Path(making) / STORE
                snapshot(self._place.store / STORE, copy)
                label = self._label(copy)
                # Locks of one seat are of no use on another computer, and none of its business (`keys.md`).
                locks = None if also else self._place.seat / IDENTITIES
                packing = Packing(Contents(copy, locks, self._place.store / "media", label))
                _seal_into(file, packing, keys)
        except OSError as error:
            raise disk_error(errno_of(error)) from error
        return proven

    def _label(self, copy: Path) -> bytes:
        patterns = leave_out_patterns(copy)
        head = head_of(copy)
        label: dict[str, Plain] = {
            "v": 1,
            "made": self._desk.now.isoformat(),
            "school": self._desk.school,
            "store": self._desk.store.id,
            "schema": SCHEMA_VERSION,
            "head": [head.seq, head.row_hash.hex()],
            "patterns": dict(patterns),
        }
        return canonical(label)

    def _prune(self) -> None:
        oldest = self._desk.now - KEPT
        old = [file for file in self._folder.glob(f"*{ENDING}") if (made_at(file) or oldest) < oldest]
        old += [file for file in self._place.store.glob(_BEFORE) if _changed_at(file) < oldest]
        for file in filter(is_regular, old):
            file.unlink(missing_ok=True)
        for folder in (*self._folder.glob(".making-*"), *self._place.store.glob(".restoring-*")):
            if _changed_at(folder) < self._desk.now - EVERY:  # left by a kill
                shutil.rmtree(folder, ignore_errors=True)

    def _founded(self) -> datetime | None:
        with self._desk.look() as unit:
            first = unit.record.at(1)
        return None if first is None else datetime.fromisoformat(first.utc)


def recipients(trust: Trust, on: date) -> tuple[Key, ...]:
    """Give the keys a backup is sealed to: root, principal, deputy, communications, each seat.

    Of more seats than a header has room for, those that are left out need the envelope.
    """
    people = {person for role in _OFFICES for person in trust.holders(role, on)}
    alive = [key for _, key in sorted(trust.keys.items()) if not key.retired]
    seats = [key for key in alive if key.kind is KeyKind.SEAT]
    offices = [key for key in alive if key.id == trust.root or key.person in people]
    return (*offices, *seats)[: MOST_RECIPIENTS - 1]  # one more may be given a copy


def erased(place: Place) -> dict[str, list[str]]:
    """Give what was erased for good, by table."""
    whole = _read(place.store / FOLDER / _ERASED)
    return {table: [str(one) for one in ids] for table, ids in whole.items() if isinstance(ids, list)}


def errno_of(error: OSError) -> OSError:
    """Give an error its number back, which a cipher's library only tells in words."""
    number = re.search(r"\[Errno (\d+)\]", str(error)) if error.errno is None else None
    return OSError(int(number[1]), str(error)) if number else error


def write_whole(file: Path, content: bytes) -> None:
    """Write a small file so that a kill leaves the old one or the new one.

    Raises:
        OutsideFailed: no space, no permission.
    """
    try:
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_name(f".{file.name}.new")
        fresh.unlink(missing_ok=True)
        with fresh.open("xb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(file)
    except OSError as error:
        raise disk_error(error) from error


def _seal_into(file: Path, content: Packing, keys: list[str]) -> None:
    fresh = file.with_name(f".{file.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with fresh.open("xb") as target:
            seal_stream(cast("BinaryIO", content), target, keys)
            target.flush()
            os.fsync(target.fileno())
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Plain]:
    try:
        with open_regular(file) as kept:
            return parse(kept.read())
    except (OSError, ValueError):  # not there, or spoiled: then it says nothing
        return {}


def _not_after(moment: datetime | None, latest: datetime) -> datetime | None:
    return None if moment is None or moment > latest else moment


def _changed_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _moment(value: Plain) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return None if moment is None or moment.tzinfo is None else moment
