"""`identities.json`: the locked identities of the people who use this seat, who waits, and the wrong tries.

How the file is written is its caller's (`storage/locked.py`). Nothing in it opens without a passphrase and,
where there is a keyring, this seat. A spoilt entry is nobody else's trouble: it is left out and named.
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from smadmin.credentials.locks import Lock
from smadmin.domain.canonical import Plain, loads
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.tries import Tries

_PEOPLE, _TRIES, _WAITING, _LEFT = "people", "tries", "waiting", "left"


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
        """Take the file."""
        self._file = file

    def locks(self) -> dict[PersonId, Lock]:
        """Give the locks by person, in the order in which they joined; without the spoilt ones."""
        return self._locks(_PEOPLE)

    def spoilt(self) -> tuple[PersonId, ...]:
        """Name whose entry is there and is no lock any more."""
        whole = self._read()[_PEOPLE]
        return tuple(PersonId(person) for person, entry in whole.items() if _lock(entry) is None)

    def waiting(self) -> dict[PersonId, Lock]:
        """Give the locks that open nothing yet: their person asked to be let in."""
        return self._locks(_WAITING)

    def keep_waiting(self, person: PersonId, lock: Lock) -> None:
        """Keep the lock of somebody who asks to be let in; it is in nobody's place yet."""
        self._change(_WAITING, person, lock.to_plain())

    def drop_waiting(self, person: PersonId) -> None:
        """Forget the lock of somebody who waits no longer."""
        self._change(_WAITING, person, None)

    def leave_waiting(self, person: PersonId) -> None:
        """Forget a lock that waits, but not its key: if it was let in meanwhile, it has to end."""
        lock = self.waiting().get(person)
        if lock is not None:
            self._change(_LEFT, person, sorted({*self.left(person), str(lock.fields.get("key"))}))
            self.drop_waiting(person)

    def left(self, person: PersonId) -> frozenset[KeyId]:
        """Give the keys that were made here for somebody and are in nobody's hands any more."""
        keys = self._read()[_LEFT].get(person)
        return frozenset(KeyId(str(key)) for key in keys) if isinstance(keys, list) else frozenset()

    def keep(self, person: PersonId, lock: Lock) -> None:
        """Add or replace a person's lock."""
        self._change(_PEOPLE, person, lock.to_plain())

    def drop(self, person: PersonId) -> None:
        """Forget a person's lock."""
        self._change(_PEOPLE, person, None)

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
        self._change(_TRIES, person, None if last is None else [tries.wrong, last.isoformat()])

    def _locks(self, shelf: str) -> dict[PersonId, Lock]:
        read = {PersonId(person): _lock(entry) for person, entry in self._read()[shelf].items()}
        return {person: lock for person, lock in read.items() if lock is not None}

    def _change(self, shelf: str, person: PersonId, entry: Plain) -> None:
        def edit(text: str | None) -> str:
            whole = _parsed(text)
            if entry is None:
                whole[shelf].pop(person, None)
            else:
                whole[shelf][person] = entry
            return json.dumps({"v": 1, **whole}, ensure_ascii=False, indent=1)

        self._file.change(edit)

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
