"""Whom a web address may be taken for: letters of another alphabet, digits for letters, one letter off."""

import regex

from smadmin.domain.policy.letters import LETTERS_FOR_LATIN

_DIGITS = str.maketrans("013457", "oleast")
_OTHER_SCRIPT = regex.compile(r"[\p{Cyrillic}\p{Greek}\p{Cherokee}\p{Armenian}]")
_LATIN = regex.compile(r"\p{Latin}")
_SHORTEST = 9
"""One letter off a shorter address is too often simply another one."""


def known_as(host: str, known: tuple[str, ...]) -> str | None:
    """Give whose address a host looks like.

    Args:
        host: of a link, small letters, with or without `www.`.
        known: the school's own domains and sites that everybody knows.

    Returns:
        that site; an empty text where its letters are mixed or coded without looking like a known one;
        None where nothing is wrong.
    """
    host = host.removeprefix("www.")
    if any(host == site or host.endswith(f".{site}") for site in known):
        return None
    odd = "xn--" in host or (_OTHER_SCRIPT.search(host) is not None and _LATIN.search(host) is not None)
    plain = host.translate(LETTERS_FOR_LATIN)
    for site in known:
        end = ".".join(plain.split(".")[-site.count(".") - 1 :])
        if "." in f".{plain}".partition(f".{site}.")[2]:
            return site  # "google.com.mx" is no other's, "google.com.sign-in.example" is
        if _skeleton(end) == _skeleton(site) or (len(site) >= _SHORTEST and _one_off(end, site)):
            return site
    return "" if odd else None


def _skeleton(host: str) -> str:
    return host.translate(_DIGITS).replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("-", "")


def _one_off(first: str, second: str) -> bool:
    """Tell whether one letter was changed, added, left out, or two neighbours swapped."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    a, b = first[start:], second[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
