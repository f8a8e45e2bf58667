"""Text from outside (handles, file names, what people typed) made safe to show. Pure, no Qt.

Qt guesses whether a text is HTML in labels and tooltips, takes `&` in buttons for a shortcut, and
direction marks can make `exe.jpg` of a name that ends otherwise: everything shown passes here.
"""

import html
import re

# Directional embeddings, overrides and isolates (UAX 9): they outlive their own text and can turn
# what stands around them. The plain marks U+200E, U+200F are harmless and needed by some scripts.
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OTHER_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ENDLESS = re.compile(r"\S{24}(?=\S)")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029")


def plain(untrusted_text: str) -> str:
    """Give the text without direction and control characters; line ends become plain new lines."""
    text = _LINE_ENDS.sub("\n", untrusted_text)
    text = _DIRECTION_CONTROLS.sub("", text)
    return _OTHER_CONTROLS.sub(" ", text)


def one_line(untrusted_text: str) -> str:
    """Give the text on one line, for titles, chips and buttons."""
    return " ".join(plain(untrusted_text).split())


def for_tooltip(untrusted_text: str) -> str:
    """Give the text so that a tooltip shows it letter by letter and breaks long lines."""
    if not untrusted_text:
        return ""
    return f"<p style='white-space:pre-wrap'>{html.escape(plain(untrusted_text))}</p>"


def for_button(untrusted_text: str) -> str:
    """Give the text so that `&` in it is shown and makes no shortcut."""
    return one_line(untrusted_text).replace("&", "&&")


def breakable(untrusted_text: str) -> str:
    """Give the text so that a word without end (an address, a tag) breaks instead of widening its place.

    The marks that allow it have no width; what is shown so is never copied from there.
    """
    return _ENDLESS.sub(lambda run: f"{run[0]}\u200b", plain(untrusted_text))
