"""Passphrases that the program makes: six words of a list, where no keyring keeps the other half of a lock.

The list is the Electronic Frontier Foundation's (`resources/words/LICENSES.md`): 7,776 words, so 77 bits.
"""

import secrets
from functools import cache

from smadmin.resources import find

WORDS = 6


def make_phrase() -> str:
    """Make a passphrase: six words by chance, with a blank between them."""
    words = ordered_words()
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def is_made(passphrase: str) -> bool:
    """Tell whether a passphrase has the form of those that `make_phrase` gives."""
    words = passphrase.split()
    return len(words) >= WORDS and _words().issuperset(words)


@cache
def ordered_words() -> tuple[str, ...]:
    """Give the list in its order, for codes that two computers make alike."""
    return tuple(sorted(_words()))


@cache
def _words() -> frozenset[str]:
    return frozenset(find("words/eff-long.txt").read_text("utf-8").split())
