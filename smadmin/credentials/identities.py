"""`identities.json`: the locked identities of the people who use this seat, and the wrong tries.

How the file is written is its caller's (`storage/locked.py`). Nothing in it opens without a passphrase and,
where there is a keyring, this seat.
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from smadmin.credentials.locks import Lock
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.tries import Tries


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
        """Give the locks by person, in the order in which they joined."""
        entries = self._read()["people"].items()
        try:
            return {PersonId(p): Lock.from_plain(_object(entry)) for p, entry in entries}
        except (KeyError, ValueError) as error:
            raise _damaged() from error

    def keep(self, person: PersonId, lock: Lock) -> None:
        """Add or replace a person's lock."""
        self._change("people", person, lock.to_plain())

    def drop(self, person: PersonId) -> None:
        """Forget a person's lock."""
        self._change("people", person, None)

    def tries(self, person: PersonId) -> Tries:
        """Give a person's wrong tries; they are kept over restarts. What isn't a count is none."""
        entry = self._read()["tries"].get(person)
        try:
            wrong, last = entry if isinstance(entry, list) else (0, None)
            at = None if last is None else datetime.fromisoformat(str(last))
            return Tries(int(str(wrong)), at if at is None or at.tzinfo else None)
        except ValueError:
            return Tries()

    def count_try(self, person: PersonId, tries: Tries) -> None:
        """Keep (or with no wrong ones clear) a person's tries."""
        last = tries.last if tries.wrong else None
        self._change("tries", person, None if last is None else [tries.wrong, last.isoformat()])

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
        whole = {"people": {}, "tries": {}} if text is None else _object(json.loads(text))
        return {shelf: _object(whole[shelf]) for shelf in ("people", "tries")}
    except (KeyError, ValueError) as error:
        raise _damaged() from error


def _object(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def _damaged() -> OutsideFailed:
    return OutsideFailed(
        say("keys.identities-damaged"), kept=say("keys.store-untouched"), remedy=say("keys.identities-remedy")
    )
