"""Places in a text, counted by the rules (code points) and by the editor (UTF-16 units). Pure, no Qt.

They differ from the first emoji on; whoever mixes them up mends the wrong words.
"""

from bisect import bisect_left
from dataclasses import dataclass

_LAST_SINGLE = 0xFFFF


@dataclass(frozen=True)
class Offsets:
    """Turns the places of one text into the editor's."""

    wide: tuple[int, ...]
    """Code point offsets of the characters that take two units, in order."""

    @classmethod
    def of(cls, text: str) -> "Offsets":
        """Read a text once."""
        if text.isascii():
            return cls(())
        return cls(tuple(at for at, character in enumerate(text) if ord(character) > _LAST_SINGLE))

    def editor(self, code_points: int) -> int:
        """Give the editor's place of an offset in code points."""
        return code_points + bisect_left(self.wide, code_points)
