"""What the two readers of cells without a value share. Worker only."""

import re
from dataclasses import dataclass
from html import unescape

ERROR = "#ERROR!"
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Unsaved:
    """A cell without a value: row and column from 0, and what stands in it."""

    row: int
    column: int
    text: str


def attributes_of(text: str) -> dict[str, str]:
    """Give what a tag says of itself."""
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}
