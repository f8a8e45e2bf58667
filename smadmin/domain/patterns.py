"""Patterns that are read when somebody first asks, for what the window's first frame needs. Pure.

`regex` takes 8 ms to load; who needs a pattern of its own at once compiles it as it is.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern


@cache
def pattern(letters: str) -> "Pattern[str]":
    """Give a pattern that takes small and capital letters for the same, read once."""
    import regex  # noqa: PLC0415 - see above

    return regex.compile(letters, regex.IGNORECASE)
