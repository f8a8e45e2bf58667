"""Past posts as they lie in the store, held against the rows that signed their imports.

An import counts by its step, and its posts by lying there: whoever writes into the store could plant a post
that ends a silence, or take one away. The signed row has a digest of all of them, and proving asks for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.messages import say
from smadmin.domain.past_posts import digest_of
from smadmin.domain.records import Part
from smadmin.domain.verification import Fault
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

PAST_PART = "past"


@dataclass(frozen=True)
class _Signed:
    """What the newest row about an import says. `digest`: of its posts, None once it was taken back."""

    seq: int
    account: str
    digest: str | None


class SignedImports:
    """What the record says of imports of past posts; take its rows in order, then ask for the faults."""

    def __init__(self) -> None:
        """Begin before the first row."""
        self._signed: dict[str, _Signed] = {}
        self._unread = False

    def take(self, stored: StoredRow, parts: Mapping[str, Part | None]) -> None:
        """Take the next row; all but those of past posts are passed by."""
        if stored.noun != Noun.PAST_POSTS:
            return
        told = _told(parts.get(PAST_PART))
        if told is None:  # sealed to others, or erased
            self._unread = True
            return
        digest = None if stored.act == Act.TAKE_BACK_POSTS else str(told.get("told", ""))
        self._signed[str(told.get("import"))] = _Signed(stored.seq, str(stored.noun_id), digest)

    def faults(self, unit: Unit) -> Iterator[Fault]:
        """Give what doesn't lie in the store as it was signed."""
        counting = unit.past_posts.counting()
        for import_id, signed in self._signed.items():
            if not _is_as_signed(unit, import_id, counting.pop(import_id, None), signed):
                yield Fault(signed.seq, say("records.past-differs", row=signed.seq))
        if counting and not self._unread:
            yield Fault(0, say("records.past-planted", n=len(counting)))


def _is_as_signed(unit: Unit, import_id: str, account: str | None, signed: _Signed) -> bool:
    if account is None or signed.digest is None:
        return account is None and signed.digest is None
    return account == signed.account and _digest(unit, import_id) == signed.digest


def _digest(unit: Unit, import_id: str) -> str | None:
    try:
        return digest_of(unit.past_posts.of_import(import_id))
    except (TypeError, ValueError):  # somebody wrote into a column what is no day
        return None


def _told(part: Part | None) -> dict[str, Plain] | None:
    try:
        return None if part is None else parse(part.content)
    except ValueError:
        return None
