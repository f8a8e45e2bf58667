"""Which details were erased rightly: by the order of two persons, while no legal hold stood (`keys.md`).

An order names what it erases in a detail that everybody reads (places and names, nothing of what they held),
so that a record proves it to somebody who can open nothing else. What was erased under a hold is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smadmin.domain.canonical import Plain, parse
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.records import Body, Found
from smadmin.domain.refused import MALFORMED, place_in
from smadmin.domain.vocabulary import Act, Noun

ERASURE_PART = "erasure"
ORDERED_BY = 2
"""How many persons have to order that a detail is erased, and to lift a hold."""
NEVER = frozenset({TRUST_PART, ERASURE_PART})
"""What the record stands on."""

Detail = tuple[int, str]
"""A row's place and the detail's name."""


@dataclass
class _Order:
    """An order that one person signed, as long as no second one has."""

    by: PersonId | None
    details: tuple[Detail, ...]


class Erasures:
    """Takes the rows that count, in order."""

    def __init__(self) -> None:
        """Begin before the first row."""
        self._asked: dict[Detail, set[PersonId | None]] = {}
        self._orders: dict[str, _Order] = {}
        self._holds: dict[str, set[PersonId | None]] = {}
        self._erased: dict[Detail, int] = {}

    @property
    def held(self) -> bool:
        """Tell whether a legal hold stands."""
        return bool(self._holds)

    def row_of(self, seq: int, name: str) -> int | None:
        """Give the row by which a detail was erased; None: it wasn't."""
        return self._erased.get((seq, name))

    @property
    def by_row(self) -> Mapping[int, int]:
        """How many details each row erased, by its place."""
        found: dict[int, int] = {}
        for seq in self._erased.values():
            found[seq] = found.get(seq, 0) + 1
        return found

    def take(self, body: Body, found: Found) -> tuple[Detail, ...]:
        """Take a row whose signer had the right to it; gives what it erased."""
        if body.act == Act.ERASE:
            return self._asked_for(body)
        which = body.id or ""
        if body.noun == Noun.LEGAL_HOLDS:
            self._hold(body, which)
        elif (body.noun, body.act) == (Noun.DESTRUCTIONS, Act.ORDER_DESTRUCTION):
            self._orders.setdefault(which, _Order(body.person, _details(body, found)))
        elif (body.noun, body.act) == (Noun.DESTRUCTIONS, Act.TAKE_BACK):
            self._orders.pop(which, None)
        elif (body.noun, body.act) == (Noun.DESTRUCTIONS, Act.SIGN_DESTRUCTION):
            return self._signed(body, which)
        return ()

    def _asked_for(self, body: Body) -> tuple[Detail, ...]:
        """Take one person's order to erase one detail; it takes two."""
        told, _, name = (body.id or "").partition("/")
        seq = place_in(told)
        if seq is None or self.held:  # one that names no row erases nothing: then its row is named
            return ()
        asked = self._asked.setdefault((seq, name), set())
        asked.add(body.person)
        return self._gone(body, ((seq, name),)) if len(asked) >= ORDERED_BY else ()

    def _hold(self, body: Body, which: str) -> None:
        if body.act == Act.PUT_ON_LEGAL_HOLD:
            self._holds.setdefault(which, set())
        elif body.act == Act.LIFT_LEGAL_HOLD and which in self._holds:
            self._holds[which].add(body.person)
            if len(self._holds[which]) >= ORDERED_BY:
                del self._holds[which]

    def _signed(self, body: Body, which: str) -> tuple[Detail, ...]:
        order = self._orders.get(which)
        if order is None or order.by == body.person or self.held:
            return ()
        del self._orders[which]
        return self._gone(body, order.details)

    def _gone(self, body: Body, details: tuple[Detail, ...]) -> tuple[Detail, ...]:
        gone = tuple(one for one in details if one[0] < body.seq and one[1] not in NEVER)
        for one in gone:
            self._erased.setdefault(one, body.seq)
        return gone


def erasure_plain(details: tuple[Detail, ...]) -> dict[str, Plain]:
    """Give what an order signs: the details' places and names."""
    return {"details": [[seq, name] for seq, name in details]}


def _details(body: Body, found: Found) -> tuple[Detail, ...]:
    part = found.parts.get(ERASURE_PART)
    if part is None or part.digest != body.parts.get(ERASURE_PART):
        return ()
    return read_details(part.content)


def read_details(content: bytes) -> tuple[Detail, ...]:
    """Read what an order names; nothing where it is none."""
    try:
        listed = parse(content)["details"]
        return tuple((int(seq), str(name)) for seq, name in listed)  # type: ignore[union-attr,misc,arg-type]  # or it raises
    except MALFORMED:
        return ()
