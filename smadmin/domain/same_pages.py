"""Whether two accounts of the register are one page: what stops the one must stop the other. Pure.

A platform takes `@Larks`, `larks` and `/larks/media` for the same account, and its hosts are all its own.
What two addresses have in common is therefore told from their parts, rather too often than too seldom.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from smadmin.domain.accounts import same_handle
from smadmin.domain.own_servers import OWN_SERVERS, place_of

_REST = regex.compile(r"https?://[^/?#\\\s]+([^#\s]*)", regex.IGNORECASE)
_NUMBERED = regex.compile(r"uc[\w-]{22}|(?=.*\d)[\w-]{8,}")
"""What a platform calls a page without a name by: its number, or YouTube's letters and digits."""

_FEW = 8192
"""Twice as many addresses as a large district has."""

_CODED = regex.compile(rb"%([0-9a-f]{2})", regex.IGNORECASE)

_MOST_CODED = 3
_SIGNS = regex.compile(r"[,;\s]")
"""What stands in no name: whatever follows it is not asked for."""

_NUMBER = regex.compile(r"(?:^|(?<=-))\d{8,}$")
"""A page's number, also behind its name (`Larks-61550001234567`)."""

_PROFILES = frozenset({"mastodon"})
"""Where one name on one server is one page; a blog is all that lies below its address."""

_OF_A_BLOG = regex.compile(
    r"admin|archives|atom|attachment|author|category|comments|dashboard|embed|feed|home|login|page|rss"
    r"|search|tag|trackback|type|wp-[\w.-]+|(?:19|20)\d\d|[\w-]+\.(?:html?|ico|json|php|rdf|txt|xml)"
)
"""What WordPress itself has below a blog's address: its own words, years and files."""

_FRONT = frozenset({"index.htm", "index.html", "index.php"})
_SPARE_HOST = regex.compile(r"^(?:(?:www|m)\.(?=[^.]+\.)|mobile\.(?=(?:facebook|twitter|x)\.com$))")
"""Mobile is also a county, with a school district at `mobile.k12.al.us`."""
_FED = regex.compile(r"\.(?:atom|json|rss)$")
"""What a server gives a profile out as, behind its name."""

_BETWEEN = regex.compile(r"[&;]")

_ONE_NUMBER = frozenset({"linkedin"})
"""Where a page has one number; Facebook has two for many."""

_DOTS_SAY_NOTHING = frozenset({"facebook"})

_GENERIC = frozenset(
    {"_n", "_u", "about", "c", "channel", "channels", "company", "company-beta", "edu", "events", "follow"}
    | {
        "groups",
        "i",
        "in",
        "intent",
        "p",
        "pages",
        "people",
        "pg",
        "profile",
        "profile.php",
        "profilephp",
        "school",
        "showcase",
    }
    | {"stories", "user", "web"}
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
    if one.platform not in OWN_SERVERS:
        return _same_name(one, other)
    here, there = lies_at(one), lies_at(other)
    if one.platform in _PROFILES:
        return _one_profile(one, other) or (bool(here) and here == there)
    if here and there:
        return _one_blog(here, there)
    return _called(one) & _called(other) != frozenset()


def _one_profile(one: Told, other: Told) -> bool:
    """Tell whether a name of the one is a name of the other, on one server or on a part of it."""
    return any(
        name == called and _one_server(server, home)
        for name, server in _profiles(one)
        for called, home in _profiles(other)
    )


def _one_server(one: str, other: str) -> bool:
    """Tell whether a server is the other, or part of it: names end on the domain, pages lie on its part."""
    short, long = sorted((one, other), key=len)
    return one == other or ("." in short and long.endswith(f".{short}"))


def _one_blog(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Tell whether one address lies in the other's blog: a school's own may lie below the district's."""
    short, long = sorted((here, there), key=len)
    below = long[len(short) :]
    return long[: len(short)] == short and (not below or _OF_A_BLOG.fullmatch(below[0]) is not None)


def _same_name(one: Told, other: Told) -> bool:
    (ours, whole), (theirs, all_of_it) = _parts(one.platform, one.page), _parts(other.platform, other.page)
    numbered = any(_NUMBERED.fullmatch(word) for word in ours & theirs)
    called, also = _called(one), _called(other)
    number, its = _number(one), _number(other)
    if number and its:  # many schools are called alike
        numbered, also = number == its, also - called
    if called & (also | theirs) or also & ours or numbered:
        return True
    return bool(whole) and whole == all_of_it


def _number(one: Told) -> str:
    """Give the number that an address calls its page by, where a page has but one."""
    path = address_of(one.page)[0] if one.platform in _ONE_NUMBER else []
    word = next((word for word in path if word not in _GENERIC), "")
    return word if word.isdecimal() else ""


def _called(one: Told) -> frozenset[str]:
    handle = _name(one.platform, one.handle)
    return frozenset({handle}) if handle else frozenset()


def _name(platform: str, word: str) -> str:
    """Give a name as its platform compares it: Facebook passes over dots."""
    name = same_handle(word)
    return name.replace(".", "") if platform in _DOTS_SAY_NOTHING else name


def _profiles(one: Told) -> frozenset[tuple[str, str]]:
    """Give the names with their servers that handle and address say; without any the handle as it is.

    Of a page seen from another server (`/@larks@home.example`) the server that is named counts.
    """
    host, *path = lies_at(one) or ("",)
    after = dict(pairwise(path)).get("users", "")
    shown = next((word for word in path if word.startswith("@")), after)
    called, _, elsewhere = shown.removeprefix("@").partition("@")
    home = _host(elsewhere) or host
    name, _, server = same_handle(one.handle).partition("@")
    said = {(name, _host(server) or home)} if name else set()
    called = _FED.sub("", called)
    return frozenset(said | ({(called, home)} if called else set()))


def address_of(page: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the words behind a page's host as a browser goes them, and what is asked for behind a `?`."""
    found = _REST.match(_browsed(page))
    path, _, query = ("" if found is None else found[1]).partition("?")
    words = [_SIGNS.split(one, 1)[0].casefold() for one in _walked(_plain(path))]
    asked = (_plain(one).partition("=") for one in _BETWEEN.split(query))
    return words, [(name.casefold(), value.casefold()) for name, _, value in asked]


@lru_cache(_FEW)
def _parts(platform: str, page: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give what names a page behind its host, and all words of its address that don't stand in everybody's.

    Named it is by the first of them and by numbers; what follows is a part of that page (`/larks/media`).
    """
    path, asked = address_of(page)
    words = [_name(platform, one) for one in path]
    words = [word for word in words if word not in _GENERIC]
    naming = {_name(platform, value) for name, value in asked if name in _NAMING}
    named = {*words[:1], *naming, *(one for word in words for one in _NUMBER.findall(word))}
    return frozenset(named - {""}), frozenset({*words, *naming} - {""})


@lru_cache(_FEW)
def lies_at(one: Told) -> tuple[str, ...]:
    """Give where a page lies on a server of its own, however it is spelled."""
    whole = _plain(place_of(one.platform, _browsed(one.page))).casefold().partition("?")[0]
    host, _, path = whole.partition("/")
    words = (_SIGNS.split(word, 1)[0] for word in _walked(path) if word not in _FRONT)
    return (_host(host), *(word for word in words if word)) if host else ()


def _walked(path: str) -> list[str]:
    """Give a path's words as a browser goes them: `/a/../b` leads to `/b`."""
    words: list[str] = []
    for word in path.split("/"):
        if word == "..":
            del words[-1:]
        elif word not in {"", "."}:
            words.append(word)
    return words


def _host(host: str) -> str:
    """Give a server without what changes nothing: a usual port, the dot that may end its name, `www`, `m`."""
    name, _, port = host.partition(":")
    port, name = port.lstrip("0"), _SPARE_HOST.sub("", name.rstrip("."))
    return name if port in {"", "80", "443"} else f"{name}:{port}"


def _browsed(page: str) -> str:
    """Give an address as a browser goes it, which takes a backslash for a slash."""
    return page.strip().replace("\\", "/")


def _plain(words: str) -> str:
    """Write out the letters that stand coded in an address (`%5F`), also where the sign itself is coded."""
    for _ in range(_MOST_CODED):
        coded = words.replace("+", " ").encode(errors="replace")
        plain = _CODED.sub(lambda found: bytes([int(found[1], 16)]), coded).decode(errors="replace")
        if plain == words:
            break
        words = plain
    return words
