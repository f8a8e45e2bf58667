"""Where the proven rows about a thing stand, so that a question about one account doesn't read them all.

What ends by a schedule stands in the order in which anything was last done about it, too: what nobody touched
for years is in front, however long the record is.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile
from threading import Lock

from smadmin.domain.erasures import NEVER
from smadmin.domain.records import Body
from smadmin.domain.retention import NOUNS, Kind

_KINDS = {noun.value: kind for noun, kind in NOUNS.items()}


class Indexed:
    """The places of rows by what they are about and by what was done, each oldest first."""

    def __init__(self) -> None:
        """Begin without rows."""
        self._nouns: dict[str, list[int]] = defaultdict(list)
        self._things: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._acts: dict[str, list[int]] = defaultdict(list)
        self._newest: dict[Kind, dict[str, int]] = {kind: {} for kind in Kind}
        self._turn = Lock()  # nobody puts a thing last while somebody goes through their order

    def take(self, body: Body) -> None:
        """Take the next row."""
        self._nouns[body.noun].append(body.seq)
        self._acts[body.act].append(body.seq)
        if body.id is not None:
            self._things[body.noun, body.id].append(body.seq)
            if (kind := _KINDS.get(body.noun)) is not None:
                with self._turn:
                    known = self._newest[kind].pop(body.id, None) is not None
                    if known or body.parts.keys() - NEVER:  # of nothing else is anything left to end
                        self._newest[kind][body.id] = body.seq

    def drop(self, body: Body) -> None:
        """Forget a row; one that was never taken is forgotten already."""
        thing = self._things[body.noun, body.id] if body.id is not None else []
        for places in (self._nouns[body.noun], self._acts[body.act], thing):
            if body.seq in places:
                places.remove(body.seq)
        kind = _KINDS.get(body.noun)
        if kind is not None and self._newest[kind].get(body.id or "") == body.seq:
            self._order_anew(kind)

    def about(self, noun: str, noun_id: str | None = None) -> Sequence[int]:
        """Give the places of the rows about a noun, or about one thing."""
        return self._nouns.get(noun, ()) if noun_id is None else self._things.get((noun, noun_id), ())

    def of_act(self, act: str) -> Sequence[int]:
        """Give the places of the rows of an act."""
        return self._acts.get(act, ())

    def longest_untouched(self, kind: Kind, until: int) -> tuple[str, ...]:
        """Give the things of a kind with details and no row from a place on, the longest untouched first."""
        with self._turn:
            return tuple(one for one, _ in takewhile(lambda it: it[1] < until, self._newest[kind].items()))

    def settle(self, kind: Kind, noun_id: str, until: int) -> None:
        """Leave a thing out of that order until something is done about it again.

        Args:
            kind: of the thing.
            noun_id: which one.
            until: as `longest_untouched` was asked; what has a row from there on stays.
        """
        with self._turn:
            if self._newest[kind].get(noun_id, until) < until:
                del self._newest[kind][noun_id]

    def _order_anew(self, kind: Kind) -> None:
        newest: dict[str, int] = {}
        for (noun, one), places in self._things.items():
            if places and _KINDS.get(noun) is kind:
                newest[one] = max(places[-1], newest.get(one, 0))
        with self._turn:
            self._newest[kind] = dict(sorted(newest.items(), key=lambda it: it[1]))
