"""Ready-made texts: what every school writes again and again, with blanks to fill.

The texts are data (`resources/ready-made/*.toml`). A blank says what it asks for between single angle quotes
(`domain/blanks.py`); a post with a blank left in it is never handed in.
"""

from dataclasses import dataclass

from smadmin.domain.blanks import blanks_in
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say


@dataclass(frozen=True)
class ReadyMade:
    """A ready-made text: its id (`game-day`), its name for a menu, and its words with blanks."""

    id: str
    name: str
    text: str


def licence_line(school: str, year: int, licence: str, text: str) -> str:
    """Give the line that licenses a school's own work (BLO-A9); empty where the text names the licence.

    Args:
        school: its name.
        year: the school's own.
        licence: as the pack names it (`CC BY-NC-SA 3.0 US`).
        text: the words that stand.
    """
    return "" if licence.casefold() in " ".join(text.casefold().split()) else f"© {school} {year}, {licence}"


def blank_reasons(texts: tuple[str, ...]) -> tuple[Reason, ...]:
    """List the blanks that are left in these texts, each once."""
    asked = dict.fromkeys(one for text in texts for one in blanks_in(text))
    return tuple(Reason(say("posts.blank-left", blank=one), None, "text") for one in asked)
