"""Words that people typed, or that a file is called by, as they are kept: one spelling, always storable.

Letters stay what they are; control characters and halves of letters, which no row can hold, are replaced.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from smadmin.domain.canonical import Plain

_REPLACED = "\ufffd"
_LEAST_SAID = 3
_HALF = re.compile("[\ud800-\udfff]")
_ODD = frozenset({"Cc", "Cs"})
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Give a line of text as it is kept: composed (NFC), trimmed, without control characters."""
    if text.isascii() and text.isprintable():
        return text.strip()  # nothing in it can be odd, or composed: most of a district's list
    kept = "".join(_REPLACED if unicodedata.category(one) in _ODD else one for one in text.strip())
    return unicodedata.normalize("NFC", kept)


def straight(text: str) -> str:
    """Give the same without marks that turn the direction of writing, with which a line reads as another one.

    For what leaves the window's labels, which leave them out themselves: into messages, calendars and pages.
    """
    return tidy(_TURNING.sub("", text))


def storable(content: Plain) -> Plain:
    """Give words, and all words within a list or an object, with halves of letters replaced."""
    if isinstance(content, str):
        return _HALF.sub(_REPLACED, content)
    if isinstance(content, Mapping):
        return {name: storable(one) for name, one in content.items()}
    if isinstance(content, Sequence):
        return [storable(one) for one in content]
    return content


def says_something(words: str) -> bool:
    """Tell whether somebody gave a reason at all: a dot or letters that nobody sees are none."""
    return sum(one.isalnum() for one in words) >= _LEAST_SAID


def tidy_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Give several lines as they are kept, each once, the empty ones left out."""
    return tuple(dict.fromkeys(kept for text in texts if (kept := tidy(text))))
