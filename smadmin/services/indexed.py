"""Where the proven rows about a thing stand, so that a question about one account doesn't read them all."""

from collections import defaultdict
from collections.abc import Sequence

from smadmin.domain.records import Body


class Indexed:
    """The places of rows by what they are about and by what was done, each oldest first."""

    def __init__(self) -> None:
        """Begin without rows."""
        self._nouns: dict[str, list[int]] = defaultdict(list)
        self._things: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._acts: dict[str, list[int]] = defaultdict(list)

    def take(self, body: Body) -> None:
        """Take the next row."""
        self._nouns[body.noun].append(body.seq)
        self._acts[body.act].append(body.seq)
        if body.id is not None:
            self._things[body.noun, body.id].append(body.seq)

    def drop(self, body: Body) -> None:
        """Forget a row; one that was never taken is forgotten already."""
        thing = self._things[body.noun, body.id] if body.id is not None else []
        for places in (self._nouns[body.noun], self._acts[body.act], thing):
            if body.seq in places:
                places.remove(body.seq)

    def about(self, noun: str, noun_id: str | None = None) -> Sequence[int]:
        """Give the places of the rows about a noun, or about one thing."""
        return self._nouns.get(noun, ()) if noun_id is None else self._things.get((noun, noun_id), ())

    def of_act(self, act: str) -> Sequence[int]:
        """Give the places of the rows of an act."""
        return self._acts.get(act, ())
