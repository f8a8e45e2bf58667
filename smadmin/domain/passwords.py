"""Passwords that the program makes, by what a platform asks for (`resources/platforms`).

Chance comes from outside (`pick`), because nothing in the domain draws lots.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Pick = Callable[[Sequence[str]], str]
"""Gives one of several by chance that nobody can foresee."""


class Style(StrEnum):
    """How a made password reads."""

    LETTERS = "letters"
    WORDS = "words"  # to be read out or typed on a telephone


class Kind(StrEnum):
    """A class of characters that a platform may ask for."""

    SMALL = "small"
    CAPITAL = "capital"
    DIGIT = "digit"
    SIGN = "sign"


_ALPHABETS = {
    Kind.SMALL: "abcdefghijkmnopqrstuvwxyz",
    Kind.CAPITAL: "ABCDEFGHJKLMNPQRSTUVWXYZ",
    Kind.DIGIT: "23456789",
}
"""Without l, I, O, 0 and 1: somebody may have to read it from paper."""

LETTERS = 20
"""So many characters are made where the platform allows them: some 115 bits."""

WORDS = 5
"""So many words of 7,776: 64 bits, and a platform lets nobody try often."""

_LONGEST = 128


@dataclass(frozen=True)
class PasswordRule:
    """What a platform takes.

    Args:
        least: characters at least.
        most: characters at most.
        kinds: of each of these it wants one at least.
        signs: the signs that it takes.
    """

    least: int = 12
    most: int = _LONGEST
    kinds: tuple[Kind, ...] = (Kind.SMALL, Kind.CAPITAL, Kind.DIGIT, Kind.SIGN)
    signs: str = "!#%+-.=?@_"

    def alphabet(self, kind: Kind) -> str:
        """Give the characters of a class."""
        return self.signs if kind is Kind.SIGN else _ALPHABETS[kind]

    def fits(self, password: str) -> bool:
        """Tell whether a password is one that the platform takes."""
        held = all(any(_is(one, kind) for one in password) for kind in self.kinds)
        return held and self.least <= len(password) <= self.most


def _is(one: str, kind: Kind) -> bool:
    return {
        Kind.SMALL: one.islower(),
        Kind.CAPITAL: one.isupper(),
        Kind.DIGIT: one.isdigit(),
        Kind.SIGN: not one.isalnum() and not one.isspace(),
    }[kind]


def made(rule: PasswordRule, style: Style, *, pick: Pick, words: Sequence[str] = ()) -> str:
    """Make a password; words that the platform's longest has no room for become letters.

    Args:
        rule: what the platform takes.
        style: how it is to read.
        pick: chance.
        words: the list to choose from.
    """
    if style is Style.WORDS and words:
        spoken = _spoken(rule, pick, words)
        if rule.fits(spoken):
            return spoken
    length = max(rule.least, min(rule.most, LETTERS))
    kinds = rule.kinds or tuple(Kind)
    everything = "".join(rule.alphabet(kind) for kind in kinds)
    found = [pick(rule.alphabet(kind)) for kind in kinds]
    found += [pick(everything) for _ in range(length - len(found))]
    return "".join(_shuffled(found, pick))


def _spoken(rule: PasswordRule, pick: Pick, words: Sequence[str]) -> str:
    joint = "-" if "-" in rule.signs or Kind.SIGN not in rule.kinds else rule.signs[0]
    chosen = [pick(words) for _ in range(WORDS)]
    return joint.join(word.capitalize() for word in chosen) + joint + pick(_ALPHABETS[Kind.DIGIT])


def _shuffled(letters: list[str], pick: Pick) -> list[str]:
    """Put letters in an order by chance: each place gets one of those that are left."""
    left, found = list(letters), []
    while left:
        places = [str(place) for place in range(len(left))]
        found.append(left.pop(int(pick(places))))
    return found
