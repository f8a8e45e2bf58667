"""`identities.json`: the locked identities of the people who use this seat, who waits, and the wrong tries.

A folder that somebody named may be used by several logins of the computer: then each has its own lock for a
person, and none writes over another's. A lock says on which login it was made.

How the file is written is its caller's (`storage/locked.py`). Nothing in it opens without a passphrase and,
where there is a keyring, this seat. A spoilt entry is nobody else's trouble: it is left out and named.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from smadmin.credentials.locks import Lock
from smadmin.domain.canonical import Plain, loads
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import KeyId, PersonId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.tries import Tries

_PEOPLE, _TRIES, _WAITING, _LEFT = "people", "tries", "waiting", "left"
_BESIDE = "/"
"""Between person and key in the name of a lock that stands beside the first one for that person."""


class KeptText(Protocol):
    """The file itself: whoever changes it is alone meanwhile."""

    def read(self) -> str | None:
        """Give the text, or None where there is none yet."""
        ...

    def change(self, edit: Callable[[str | None], str]) -> None:
        """Write what `edit` makes of the present text."""
        ...


class IdentityFile:
    """Reads and writes `identities.json` in a data folder."""

    def __init__(self, file: KeptText) -> None:
        """Take the file; which login reads it isn't known before `sit_at`."""
        self._file = file
        self._seat: str | None = None

    def sit_at(self, seat: SeatId | None) -> None:
        """Know which login this is; None is one without a keyring."""
        self._seat = seat or ""

    def locks(self) -> dict[PersonId, Lock]:
        """Give a lock of each person, in the order in which they joined; without the spoilt ones.

        This login's own comes before another's.
        """
        found: dict[PersonId, Lock] = {}
        for person, lock in self._every(_PEOPLE):
            if person not in found or self._made_here(lock):
                found[person] = lock
        return found

    def every(self) -> tuple[tuple[PersonId, Lock], ...]:
        """Give the locks of all logins."""
        return tuple(self._every(_PEOPLE))

    def spoilt(self) -> tuple[PersonId, ...]:
        """Name whose entry is there and is no lock any more."""
        whole = self._read()[_PEOPLE]
        people = [_person(name) for name, entry in whole.items() if _lock(entry) is None]
        return tuple(dict.fromkeys(people))

    def waiting(self) -> dict[PersonId, Lock]:
        """Give this login's locks that open nothing yet: their person asked to be let in."""
        return {
            person: lock
            for person, lock in self._every(_WAITING)
            if not self._seat or "seat" not in lock.fields or self._made_here(lock)
        }

    def keep_waiting(self, person: PersonId, lock: Lock) -> None:
        """Keep the lock of somebody who asks to be let in; it is in nobody's place yet."""
        self._put(_WAITING, person, lock, self.waiting().get(person))

    def drop_waiting(self, person: PersonId) -> None:
        """Forget this login's lock of somebody who waits no longer."""
        self._take(_WAITING, person, self.waiting().get(person))

    def leave_waiting(self, person: PersonId) -> None:
        """Forget a lock that waits, but not its key: if it was let in meanwhile, it has to end."""
        lock = self.waiting().get(person)
        if lock is not None:
            self._set(_LEFT, person, sorted({*self.left(person), str(lock.fields.get("key"))}))
            self.drop_waiting(person)

    def left(self, person: PersonId) -> frozenset[KeyId]:
        """Give the keys that were made here for somebody and are in nobody's hands any more."""
        keys = self._read()[_LEFT].get(person)
        return frozenset(KeyId(str(key)) for key in keys) if isinstance(keys, list) else frozenset()

    def keep(self, person: PersonId, lock: Lock, *, instead: Lock | None = None) -> None:
        """Keep a person's lock.

        Args:
            person: whose it is.
            lock: it takes the place of what this login keeps for them, and of a spoilt entry.
            instead: another lock, as `locks` gave it, whose place it takes.
        """
        self._put(_PEOPLE, person, lock, instead)

    def drop(self, person: PersonId, lock: Lock | None = None) -> None:
        """Forget one lock of a person, or (None) all of them."""
        if lock is None:
            self._edit(_PEOPLE, lambda held: _without(held, _names(held, person)))
        else:
            self._take(_PEOPLE, person, lock)

    def tries(self, person: PersonId) -> Tries:
        """Give a person's wrong tries; they are kept over restarts. What isn't a count is none."""
        entry = self._read()[_TRIES].get(person)
        try:
            wrong, last = entry if isinstance(entry, list) else (0, None)
            at = None if last is None else datetime.fromisoformat(str(last))
            return Tries(int(str(wrong)), at if at is None or at.tzinfo else None)
        except (OverflowError, ValueError):
            return Tries()

    def count_try(self, person: PersonId, tries: Tries) -> None:
        """Keep (or with no wrong ones clear) a person's tries."""
        last = tries.last if tries.wrong else None
        self._set(_TRIES, person, None if last is None else [tries.wrong, last.isoformat()])

    def _every(self, shelf: str) -> list[tuple[PersonId, Lock]]:
        read = [(_person(name), _lock(entry)) for name, entry in self._read()[shelf].items()]
        return [(person, lock) for person, lock in read if lock is not None]

    def _made_here(self, lock: Lock) -> bool:
        return self._seat is not None and lock.fields.get("seat") == self._seat

    def _put(self, shelf: str, person: PersonId, lock: Lock, instead: Lock | None) -> None:
        def edit(held: dict[str, Plain]) -> None:
            for name in _names(held, person):
                there = _lock(held[name])
                if there is None or there == instead or self._made_here(there):
                    held[name] = lock.to_plain()
                    return
            beside = f"{person}{_BESIDE}{lock.fields.get('key')}"
            held[beside if person in held else person] = lock.to_plain()

        self._edit(shelf, edit)

    def _take(self, shelf: str, person: PersonId, lock: Lock | None) -> None:
        def edit(held: dict[str, Plain]) -> None:
            _without(held, [name for name in _names(held, person) if _lock(held[name]) == lock])

        if lock is not None:
            self._edit(shelf, edit)

    def _set(self, shelf: str, person: PersonId, entry: Plain) -> None:
        def edit(held: dict[str, Plain]) -> None:
            if entry is None:
                _without(held, [person])
            else:
                held[person] = entry

        self._edit(shelf, edit)

    def _edit(self, shelf: str, edit: Callable[[dict[str, Plain]], None]) -> None:
        def edited(text: str | None) -> str:
            whole = _parsed(text)
            edit(whole[shelf])
            return json.dumps({"v": 1, **whole}, ensure_ascii=False, indent=1)

        self._file.change(edited)

    def _read(self) -> dict[str, dict[str, Plain]]:
        return _parsed(self._file.read())


def _parsed(text: str | None) -> dict[str, dict[str, Plain]]:
    try:
        whole = {_PEOPLE: {}} if text is None else _object(loads(text))
        people = _object(whole[_PEOPLE])
    except (KeyError, ValueError) as error:
        raise _damaged() from error
    others = {shelf: whole.get(shelf) for shelf in (_TRIES, _WAITING, _LEFT)}
    return {_PEOPLE: people, **{shelf: one if isinstance(one, dict) else {} for shelf, one in others.items()}}


def _person(name: str) -> PersonId:
    return PersonId(name.partition(_BESIDE)[0])


def _names(held: Iterable[str], person: PersonId) -> list[str]:
    return [name for name in held if _person(name) == person]


def _without(held: dict[str, Plain], names: Iterable[str]) -> None:
    for name in names:
        held.pop(name, None)


def _lock(entry: Plain) -> Lock | None:
    try:
        return Lock.from_plain(_object(entry))
    except (KeyError, ValueError):
        return None


def _object(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def _damaged() -> OutsideFailed:
    return OutsideFailed(
        say("keys.identities-damaged"), kept=say("keys.store-untouched"), remedy=say("keys.identities-remedy")
    )
