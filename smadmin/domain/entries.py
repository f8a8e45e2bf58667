"""The digests of what rows let in, entry by entry: a further row asks only for those that it changed."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from operator import is_
from typing import Any

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.records import digest_of

Entry = tuple[str, Callable[..., Mapping[str, Plain]], tuple[Any, ...]]
"""An entry's name, what makes its fields, and the values (never changed in place) that these come from."""


def stored_bytes(entry: Entry) -> bytes:
    """Give an entry as it is stored and signed."""
    _, fields, values = entry
    return canonical(dict(fields(*values)))


class Digests:
    """What was digested, by name; each digest holds for as long as its entry has the very same values."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[str, tuple[tuple[Any, ...], bytes]] = {}

    def of(self, entries: Iterable[Entry]) -> str:
        """Digest all entries as `records.state_digest` does."""
        known, now = self._known, dict[str, tuple[tuple[Any, ...], bytes]]()
        for entry in entries:
            name, _, values = entry
            had = known.get(name)
            if had is None or not all(map(is_, had[0], values)):
                had = values, sha256(stored_bytes(entry)).digest()
            now[name] = had
        self._known = now
        return digest_of({name: digest for name, (_, digest) in now.items()})
