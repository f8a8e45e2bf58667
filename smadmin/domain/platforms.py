"""What each platform allows, and how long a text is there, counted the platform's own way.

The numbers are data (`resources/platforms/*.toml`), because platforms change them. A text that is too long is
said while it is typed, never first by the platform.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

import regex

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.appearing import Shown
from smadmin.domain.links import links_in
from smadmin.domain.passwords import PasswordRule
from smadmin.domain.token_steps import TokenStep
from smadmin.domain.weighing import LINK_WEIGHT, weigh

_GRAPHEME = regex.compile(r"\X")
_FLAG = regex.compile(r"\p{Regional_Indicator}{2}")
_PLAIN_RUN = regex.compile(r"(?<![^\x00-\x7f])[\x20-\x7e]{2,}(?=[\x00-\x7f]|\Z)")
_HASHTAG = regex.compile(r"(?<![\w&/])[#\uFF03](?=\w*[^\W\d_])\w+")
_MASTODON_MENTION = regex.compile(
    r"(?<![=/\w])@(?P<local>[a-z0-9_]++(?:[.-]++[a-z0-9_]++)*)@\w++(?:[.-]++\w++)*", regex.IGNORECASE
)


class HeldBy(StrEnum):
    """How somebody gets into an account of a platform."""

    PASSWORD = "password"  # noqa: S105  a name
    ROLES = "roles"  # people's own log-ins, each with a role on the page
    EITHER = "either"


PLACES = ("log-in", "roles", "password", "tokens", "sessions")
"""What is done on a page of a platform's settings when somebody leaves."""


class Unit(StrEnum):
    """What is counted."""

    WEIGHTED = "weighted"  # X: twitter-text, version 3
    GRAPHEMES = "graphemes"  # what people see as one character
    TOOT = "toot"  # Mastodon: graphemes, links 23, mentions without their server
    CHARACTERS = "characters"  # UTF-16 code units, as browsers and most counters take them
    BYTES = "bytes"  # of UTF-8
    HASHTAGS = "hashtags"


UNIT_NAMES: Mapping[Unit, str] = {
    Unit.WEIGHTED: "weighted characters",
    Unit.GRAPHEMES: "graphemes",
    Unit.TOOT: "characters",
    Unit.CHARACTERS: "characters",
    Unit.BYTES: "bytes",
    Unit.HASHTAGS: "hashtags",
}
"""The names that the command line's JSON gives; they don't change with the language."""


@dataclass(frozen=True)
class Limit:
    """At most so many of a unit; `at_most` is None where the platform sets no limit."""

    unit: Unit
    at_most: int | None


@dataclass(frozen=True)
class Place:
    """A page of a platform's own settings, and what to press there.

    Args:
        page: its address; `{server}` stands for the account's own server.
        press: the platform's own words for the buttons, in English.
        also: the same in further languages (ISO 639-1).
    """

    page: str
    press: str
    also: Mapping[str, str] = field(default_factory=dict, hash=False)

    def said(self, language: str) -> str:
        """Give what to press, in a language where it was put into it."""
        return self.also.get(language) or self.press

    def address(self, account: Account) -> str:
        """Give the page's address for an account; empty where its server isn't known."""
        return _for_account(self.page, account)


@dataclass(frozen=True)
class Leaving:
    """Where an account is kept from somebody who leaves.

    Args:
        password_ends_sessions: a changed password signs everybody out.
        places: by what is done there: `log-in`, `roles`, `password`, `tokens`, `sessions`.
    """

    password_ends_sessions: bool = False
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class PlatformFacts:
    """One platform.

    Args:
        platform: which.
        name: as people call it.
        limits: of a post's text; the first is the main one.
        title_limit: of a title in characters, where a post has one.
        pictures: how many a post may carry, 0 where none.
        least_pictures: how many a post must carry; 0 where words alone will do.
        picture_bytes: how large each may be, or None.
        picture_px: the longest side a picture is shown with; larger ones are made smaller there, and worse.
        picture_quality: of its JPEG, 1 to 95.
        picture_types: of their files, as `jpeg`.
        videos: how many a post may carry; `video_seconds` how long one may last, or None.
        alt_limit: longest description of a picture in graphemes; None where it takes any.
        hosts: host names of the platform; empty where each school or server has its own.
        page: address of an account's page, with `{handle}`; empty where it is the account's own.
        writing: address where a post of an account is written, with `{handle}` and `{server}`; empty where it
            isn't known, or where readers' own page is the one.
        handle_in_address: whether whoever writes sees the name alone, and the handle in the page's address.
        posts: patterns of a post's path, with the group `handle` where the path shows it.
        silent_posts: patterns of a post's path that show no account.
        shown: how readers see a post there.
        leaving: where it is kept from somebody who leaves.
        held_by: how somebody gets into an account.
        password: what it takes for one.
        schedules_from, schedules_to: how long before its time a post can be handed to the platform's own
            scheduler, at the least and at the most; None where it has none, or no bound.
        api: version of the interface that programs post by; empty where its addresses name none.
        token: how an access token is made there; empty where the program doesn't post.
    """

    platform: Platform
    name: str
    limits: tuple[Limit, ...]
    title_limit: int | None = None
    pictures: int = 0
    least_pictures: int = 0
    picture_bytes: int | None = None
    picture_px: int = 2048
    picture_quality: int = 90
    picture_types: tuple[str, ...] = ()
    videos: int = 0
    video_seconds: int | None = None
    alt_limit: int | None = None
    hosts: tuple[str, ...] = ()
    page: str = ""
    writing: str = ""
    handle_in_address: bool = False
    posts: tuple[str, ...] = ()
    silent_posts: tuple[str, ...] = ()
    shown: Shown = field(default_factory=Shown)
    leaving: Leaving = field(default_factory=Leaving)
    held_by: HeldBy = HeldBy.PASSWORD
    password: PasswordRule = field(default_factory=PasswordRule)
    schedules_from: timedelta | None = None
    schedules_to: timedelta | None = None
    api: str = ""
    token: tuple[TokenStep, ...] = ()

    def page_address(self, handle: str) -> str:
        """Give the address of an account's page, or nothing where only the account itself knows it."""
        return self.page.replace("{handle}", handle.removeprefix("@"))

    def writing_address(self, account: Account) -> str:
        """Give the address where an account's post is written; empty where nobody knows it."""
        return _for_account(self.writing, account)


def _for_account(page: str, account: Account) -> str:
    """Put an account's server and handle into an address; empty where its server isn't known."""
    scheme, _, rest = account.page.strip().partition("://")
    server = f"{scheme}://{rest.split('/')[0]}" if rest else ""
    if "{server}" in page and not server:
        return ""
    return page.replace("{server}", server).replace("{handle}", account.handle)


@dataclass(frozen=True)
class Count:
    """The length of a text on a platform.

    Args:
        limit: None where there is none.
        over: how many too many; 0 where it fits.
        also: the platform's further limits.
    """

    platform: Platform
    count: int
    limit: int | None
    unit: Unit
    over: int
    also: tuple["Count", ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the text keeps within every limit."""
        return self.over == 0 and all(further.over == 0 for further in self.also)


def count(text: str, facts: PlatformFacts) -> Count:
    """Count a text the platform's own way.

    A server's own limit (Mastodon's) is put into `facts` by who asked the server.
    """
    counts = [_counted(text, limit, facts.platform) for limit in facts.limits]
    main = counts[0]
    return Count(main.platform, main.count, main.limit, main.unit, main.over, tuple(counts[1:]))


def _counted(text: str, limit: Limit, platform: Platform) -> Count:
    number = _MEASURES[limit.unit](text)
    over = max(0, number - limit.at_most) if limit.at_most is not None else 0
    return Count(platform, number, limit.at_most, limit.unit, over)


def graphemes(text: str) -> int:
    """Count what people see as characters."""
    # Between plain characters there is nothing to look up: each run of them becomes one, which is quicker.
    # A flag's two letters become one too: in a row of flags all letters before are counted for each.
    flagless = _FLAG.sub("a", text)
    short = _PLAIN_RUN.sub("a", flagless)
    return len(flagless) - len(short) + len(_GRAPHEME.findall(short))


def _toot(text: str) -> int:
    """Count as Mastodon does: links that say `https://` are 23, a mention goes without its server."""
    short, at = [], 0
    for link in links_in(text):
        if link.scheme:
            short += [text[at : link.start], "x" * LINK_WEIGHT]
            at = link.end
    return graphemes(_MASTODON_MENTION.sub(r"@\g<local>", "".join((*short, text[at:]))))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _hashtags(text: str) -> int:
    return sum(1 for _ in _HASHTAG.finditer(text))


_MEASURES: Mapping[Unit, Callable[[str], int]] = {
    Unit.WEIGHTED: weigh,
    Unit.GRAPHEMES: graphemes,
    Unit.TOOT: _toot,
    Unit.CHARACTERS: _utf16,
    Unit.BYTES: _utf8,
    Unit.HASHTAGS: _hashtags,
}
