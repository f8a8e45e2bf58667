"""A school's or a district's own pack: its text as it was put in force, named by what it says.

The signed facts of the school name a shipped pack by its id and an own one by the SHA-256 of its text
(`School.policy`). So a pack can't be changed behind a signature, and one that was in force stays findable.
"""

import hashlib
from dataclasses import dataclass

from smadmin.domain.ids import SchoolId


@dataclass(frozen=True)
class OwnPack:
    """An own pack. `id` is the SHA-256 of `text` in UTF-8, hex."""

    id: str
    school: SchoolId
    text: str
    version: int = 1

    @classmethod
    def of(cls, school: SchoolId, text: str) -> "OwnPack":
        """Name a text."""
        return cls(digest_of(text), school, text)

    @property
    def right(self) -> bool:
        """Tell whether this is the text that its name says."""
        return digest_of(self.text) == self.id


def digest_of(text: str) -> str:
    """Give what an own pack is called."""
    return hashlib.sha256(text.encode()).hexdigest()
