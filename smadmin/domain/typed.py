"""Words that people typed, or that a file is called by, as they are kept: one spelling, always storable.

Letters stay what they are; control characters and halves of letters, which no row can hold, are replaced.
"""

import unicodedata

_REPLACED = "\ufffd"
_ODD = frozenset({"Cc", "Cs"})


def tidy(text: str) -> str:
    """Give a line of text as it is kept: composed (NFC), trimmed, without control characters."""
    if text.isascii() and text.isprintable():
        return text.strip()  # nothing in it can be odd, or composed: most of a district's list
    kept = "".join(_REPLACED if unicodedata.category(one) in _ODD else one for one in text.strip())
    return unicodedata.normalize("NFC", kept)


def tidy_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Give several lines as they are kept, each once, the empty ones left out."""
    return tuple(dict.fromkeys(kept for text in texts if (kept := tidy(text))))
