"""Ready-made texts: what every school writes again and again, with blanks to fill.

The texts are data (`resources/ready-made/*.toml`). A blank says what it asks for between single angle quotes,
U+2039 and U+203A; a post with a blank left in it is never handed in.
"""

from dataclasses import dataclass

import regex

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say

_BLANK = regex.compile(r"\u2039(?P<asks>[^\u2039\u203A\n]{1,40})\u203A")


@dataclass(frozen=True)
class ReadyMade:
    """A ready-made text: its id (`game-day`), its name for a menu, and its words with blanks."""

    id: str
    name: str
    text: str


def blanks_of(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the blanks of a text are, in order (code points)."""
    return tuple(match.span() for match in _BLANK.finditer(text))


def blank_reasons(texts: tuple[str, ...]) -> tuple[Reason, ...]:
    """List the blanks that are left in these texts, each once."""
    asked = dict.fromkeys(match["asks"] for text in texts for match in _BLANK.finditer(text))
    return tuple(Reason(say("posts.blank-left", blank=one), None, "text") for one in asked)
