"""Whether two accounts of the register are one page: what stops the one must stop the other. Pure.

A platform takes `@Larks`, `larks` and `/larks/media` for the same account, and its hosts are all its own.
What two addresses have in common is therefore told from their parts, rather too often than too seldom.
"""

from dataclasses import dataclass
from functools import lru_cache

import regex

from smadmin.domain.accounts import same_handle
from smadmin.domain.own_servers import OWN_SERVERS, place_of

_REST = regex.compile(r"https?://[^/?#\\\s]+([^#\s]*)", regex.IGNORECASE)
_NUMBERED = regex.compile(r"(?=.*\d)[\w-]{8,}")
"""What a platform calls a page without a name by: its number, or YouTube's letters and digits."""

_FEW = 8192
"""Twice as many addresses as a large district has."""

_CODED = regex.compile(rb"%([0-9a-f]{2})", regex.IGNORECASE)

_GENERIC = frozenset(
    {"about", "c", "channel", "company", "groups", "i", "in", "intent", "p", "pages", "people", "pg"}
    | {"profile.php", "school", "showcase", "user", "web"}
)
"""Words of the platforms' own in addresses; they name nobody."""

_NAMING = frozenset({"id", "screen_name", "user_id"})
"""What names a page behind a question mark (`profile.php?id=`); the rest says whence somebody came."""


@dataclass(frozen=True)
class Told:
    """By what an account's page is told: its platform, its handle and the address as entered."""

    platform: str
    handle: str
    page: str

    @property
    def exact(self) -> tuple[str, str, str]:
        """Give it as it is compared with itself later: capitals and an @ change nothing."""
        return self.platform, same_handle(self.handle), self.page.strip().casefold()


def same_page(one: Told, other: Told) -> bool:
    """Tell whether two accounts are one: by handle, or by an address that leads to the same page."""
    if one.platform != other.platform:
        return False
    if one.platform in OWN_SERVERS:
        here, there = _place(one), _place(other)
        if here and there:
            return here == there
        return _called(one) & _called(other) != frozenset()
    ours, theirs = _parts(one.page), _parts(other.page)
    numbered = {word for word in ours & theirs if _NUMBERED.fullmatch(word)}
    called, also = _called(one), _called(other)
    if called & (also | theirs) or also & ours or numbered:
        return True
    return bool(ours) and ours == theirs


def _called(one: Told) -> frozenset[str]:
    handle = same_handle(one.handle)
    return frozenset({handle}) if handle else frozenset()


@lru_cache(_FEW)
def _parts(page: str) -> frozenset[str]:
    """Give the words of an address behind its host; not those that stand in everybody's."""
    found = _REST.match(page.strip())
    path, _, query = ("" if found is None else found[1]).partition("?")
    words = {same_handle(_plain(one)) for one in path.split("/")}
    asked = (one.partition("=") for one in query.split("&"))
    words |= {same_handle(_plain(value)) for name, _, value in asked if _plain(name).casefold() in _NAMING}
    return frozenset(words - _GENERIC - {""})


@lru_cache(_FEW)
def _place(one: Told) -> tuple[str, ...]:
    """Give where a page lies on a server of its own, however it is spelled."""
    host, *path = _plain(place_of(one.platform, one.page)).casefold().split("/")
    words = (word for word in path if word not in {"", ".", "index.php"})
    return (host.removesuffix(":443"), *words) if host else ()


def _plain(words: str) -> str:
    """Write out the letters that stand coded in an address (`%5F`)."""
    coded = words.replace("+", " ").encode(errors="replace")
    return _CODED.sub(lambda found: bytes([int(found[1], 16)]), coded).decode(errors="replace")
