"""`identities.json`: the locked identities of the people who use this seat, and the wrong tries.

The file is written anew, flushed and renamed, so a kill leaves the old one or the new one. Nothing in it
opens without a passphrase and, where there is a keyring, this seat.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from smadmin.credentials.locks import Lock
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say

FREE_TRIES = 3
"""Wrong passphrases that cost no wait; then the wait doubles from 2 s to 5 minutes."""

_LONGEST_WAIT = timedelta(minutes=5)
_MOST_DOUBLINGS = 9
"""2⁹ s is past the longest wait; without a limit a thousand tries would overflow."""


@dataclass(frozen=True)
class Tries:
    """Wrong tries in a row and when the last one was."""

    wrong: int = 0
    last: datetime | None = None

    def wait_until(self) -> datetime | None:
        """Say from when on the next try is taken, or None at once."""
        if self.last is None or self.wrong < FREE_TRIES:
            return None
        doublings = min(self.wrong - FREE_TRIES + 1, _MOST_DOUBLINGS)
        return self.last + min(_LONGEST_WAIT, timedelta(seconds=2**doublings))


class IdentityFile:
    """Reads and writes `identities.json` in a data folder."""

    def __init__(self, folder: Path) -> None:
        """Take the seat's data folder."""
        self._path = folder / "identities.json"

    def locks(self) -> dict[PersonId, Lock]:
        """Give the locks by person, in the order in which they joined."""
        entries = self._read()["people"]
        if not isinstance(entries, dict):
            raise _damaged()
        try:
            return {PersonId(p): Lock.from_plain(_object(entry)) for p, entry in entries.items()}
        except (KeyError, ValueError) as error:
            raise _damaged() from error

    def keep(self, person: PersonId, lock: Lock) -> None:
        """Add or replace a person's lock."""
        whole = self._read()
        whole["people"] = {**_object(whole["people"]), person: lock.to_plain()}
        self._write(whole)

    def tries(self, person: PersonId) -> Tries:
        """Give a person's wrong tries; they are kept over restarts."""
        entry = _object(self._read()["tries"]).get(person)
        if not isinstance(entry, list):
            return Tries()
        return Tries(int(str(entry[0])), datetime.fromisoformat(str(entry[1])))

    def count_try(self, person: PersonId, tries: Tries) -> None:
        """Keep (or with no wrong ones clear) a person's tries."""
        whole = self._read()
        kept = {k: v for k, v in _object(whole["tries"]).items() if k != person}
        if tries.wrong and tries.last is not None:
            kept[person] = [tries.wrong, tries.last.isoformat()]
        whole["tries"] = kept
        self._write(whole)

    def _read(self) -> dict[str, Plain]:
        try:
            text = self._path.read_text("utf-8")
        except FileNotFoundError:
            return {"v": 1, "people": {}, "tries": {}}
        try:
            whole = _object(json.loads(text))
        except ValueError as error:
            raise _damaged() from error
        if not {"people", "tries"} <= whole.keys():
            raise _damaged()
        return whole

    def _write(self, whole: dict[str, Plain]) -> None:
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(whole, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)


def _object(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - bad bytes, not a wrong call
    return value


def _damaged() -> OutsideFailed:
    return OutsideFailed(
        say("keys.identities-damaged"), kept=say("keys.store-untouched"), remedy=say("keys.identities-remedy")
    )
