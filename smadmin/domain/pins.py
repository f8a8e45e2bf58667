"""A reviewer's PIN: six digits, and none that somebody at the desk would try first."""

import regex

PIN_DIGITS = 6

_STEPS = "01234567890123456789"
_PATHS = frozenset(
    {"147258", "258369", "147852", "258147", "159357", "357159", "159753", "753159", "789456", "123654"}
)
"""Ways over the keys of a number pad that everybody finds."""
_FEWEST = 3
"""Different digits."""
_YEAR = regex.compile(r"^(19|20)\d\d|(19|20)\d\d$")


def is_pin(typed: str) -> bool:
    """Tell whether it is six digits."""
    return len(typed) == PIN_DIGITS and typed.isascii() and typed.isdecimal()


def is_obvious(pin: str) -> bool:
    """Tell whether a PIN is among the first that somebody tries: a row, a pattern, a year of birth."""
    row = pin in _STEPS or pin[::-1] in _STEPS
    again = len(set(pin)) < _FEWEST or pin[:3] == pin[3:] or pin[:2] * 3 == pin or pin == pin[::-1]
    pairs = pin[::2] == pin[1::2]
    return row or again or pairs or pin in _PATHS or _YEAR.search(pin) is not None
