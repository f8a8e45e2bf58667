"""Past posts as they lie in the store, held against the rows that signed their imports.

An import counts by its step, and its posts by lying there: whoever writes into the store could plant a post
that ends a silence, or take one away. The signed row has a digest of all of them, and proving asks for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smadmin.domain.messages import say
from smadmin.domain.past_posts import digest_of
from smadmin.domain.records import Part
from smadmin.domain.verification import Fault
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import told_by
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
        self._unread: Counter[str] = Counter()

    def take(self, stored: StoredRow, parts: Mapping[str, Part | None]) -> None:
        """Take the next row; all but those of past posts are passed by."""
        if stored.noun != Noun.PAST_POSTS:
            return
        told, account = told_by(stored, parts, PAST_PART), str(stored.noun_id)
        back, import_id = stored.act == Act.TAKE_BACK_POSTS, told.said.get("import")
        if told.unread:  # then so many imports of that account may count, and no more
            self._unread[account] += -1 if back else 1
        elif isinstance(import_id, str):
            digest = None if back else str(told.said.get("told", ""))
            self._signed[import_id] = _Signed(stored.seq, account, digest)

    def faults(self, unit: Unit) -> Iterator[Fault]:
        """Give what doesn't lie in the store as it was signed."""
        counting = unit.past_posts.counting()
        for import_id, signed in self._signed.items():
            if not _is_as_signed(unit, import_id, counting.pop(import_id, None), signed):
                yield Fault(signed.seq, say("records.past-differs", row=signed.seq))
        planted = Counter(counting.values()) - +self._unread
        if planted:
            yield Fault(0, say("records.past-planted", n=planted.total()))


def _is_as_signed(unit: Unit, import_id: str, account: str | None, signed: _Signed) -> bool:
    if account is None or signed.digest is None:
        return account is None and signed.digest is None
    return account == signed.account and _digest(unit, import_id) == signed.digest


def _digest(unit: Unit, import_id: str) -> str | None:
    try:
        return digest_of(unit.past_posts.of_import(import_id))
    except (TypeError, ValueError):  # somebody wrote into a column what is no day
        return None
