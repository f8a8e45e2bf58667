"""What a deed changed, as nouns and ids, so that screens know whether they are stale.

It never carries the changed values: a screen that shows one reads it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Changes:
    """Pairs of a noun (`posts`, `photos`, as the modules are called) and an id."""

    entries: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, noun: str, ids: Iterable[str]) -> "Changes":
        """Name what changed of one noun: `Changes.of("posts", [post.id])`."""
        return cls(frozenset((noun, one) for one in ids))

    def touches(self, noun: str) -> bool:
        """Tell whether anything of this noun changed."""
        return any(changed == noun for changed, _ in self.entries)

    def touches_any(self, nouns: Iterable[str]) -> bool:
        """Tell whether anything of one of these nouns changed."""
        return any(self.touches(noun) for noun in nouns)

    def ids(self, noun: str) -> frozenset[str]:
        """Give the ids of what changed of one noun."""
        return frozenset(one for changed, one in self.entries if changed == noun)

    def __or__(self, other: "Changes") -> "Changes":
        """Join what two deeds changed."""
        return Changes(self.entries | other.entries)

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.entries)


@dataclass(frozen=True)
class Done(Generic[Value]):
    """What a deed gives back when its caller needs a value besides the changes (a new id, say)."""

    value: Value
    changes: Changes
