"""Whether a pasted link is a post of the account it was meant for (BAL-B1g1).

A link that doesn't show its account is never taken for a yes: many platforms make short links that don't.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex

from smadmin.domain.leading_on import shows_no_page
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import PlatformFacts

_ADDRESS = regex.compile(
    r"(?:(?:https?)://)?(?P<host>[\w.-]++(?::\d{1,5})?)(?P<rest>[/?#]\S*+)?", regex.IGNORECASE
)
_ID = regex.compile(r"(?:^|&)id=(\d+)")
_compiled = cache(regex.compile)
"""A list of past posts asks the few patterns of its platform a hundred thousand times."""
_LONGEST_LINK = 2048
_FEW = 64
_OPTIONAL_HOST_PARTS = ("www.", "m.", "mobile.", "web.")


class LinkAnswer(StrEnum):
    """What a link says about its account."""

    YES = "yes"
    OTHER_ACCOUNT = "other-account"
    NOT_A_POST = "not-a-post"
    CANT_TELL = "cant-tell"


@dataclass(frozen=True)
class LinkVerdict:
    """The answer and its sentence. `seen` is the handle or host that the link shows, if any."""

    answer: LinkAnswer
    message: Message
    seen: str | None = None


@dataclass(frozen=True)
class Address:
    """An address taken apart; the host without `www.`, in small letters."""

    host: str
    path: str
    query: str

    @property
    def target(self) -> str:
        """The path with its query, which on some platforms names the post."""
        return f"{self.path}?{self.query}" if self.query else self.path


def link_belongs(link: str, facts: PlatformFacts, *, handle: str, page: str) -> LinkVerdict:
    """Judge a pasted link.

    Args:
        link: as pasted; white space around it doesn't matter.
        facts: the platform's.
        handle: the account's, with or without @.
        page: the address of the account's page; names its server, site or numeric id.
    """
    wanted = handle.strip().removeprefix("@")
    given, home = address_of(link), _home(page)
    if given is None:
        return LinkVerdict(LinkAnswer.NOT_A_POST, say("platforms.link-not-a-post"))
    if not facts.hosts:
        return _on_own_site(given, home, facts, wanted)
    if given.host not in facts.hosts:
        return LinkVerdict(LinkAnswer.NOT_A_POST, say("platforms.link-not-a-post"))
    return _on_platform(given, home, facts, wanted)


def page_fits(page: str, facts: PlatformFacts) -> bool:
    """Tell whether an address may be an account's page: https, on the platform's host where it has one.

    There it must show a page, and not lead on to another.
    A host with other letters than the plain ones may look like another's: it is written in its coded form.
    """
    secure, found = page.strip().casefold().startswith("https://"), address_of(page)
    if not secure or found is None or not found.host.isascii():
        return False
    if not facts.hosts:
        return "\\" not in page
    return found.host in facts.hosts and not shows_no_page(page)


def _on_platform(given: Address, home: Address | None, facts: PlatformFacts, wanted: str) -> LinkVerdict:
    own = {wanted.casefold()} | ({_last_part(home)} if home else set())
    for pattern in facts.posts:
        match = _compiled(pattern).match(given.target)
        if match:
            seen = match["handle"]
            return _yes(wanted) if seen.casefold() in own else _other(seen, wanted)
    if any(_compiled(pattern).match(given.target) for pattern in facts.silent_posts):
        return LinkVerdict(LinkAnswer.CANT_TELL, say("platforms.link-cant-tell"))
    return LinkVerdict(LinkAnswer.NOT_A_POST, say("platforms.link-not-a-post"))


def _on_own_site(given: Address, home: Address | None, facts: PlatformFacts, wanted: str) -> LinkVerdict:
    """Judge where each account has its own server or site (Mastodon, a school's blog)."""
    if home is None:
        return LinkVerdict(LinkAnswer.CANT_TELL, say("platforms.link-cant-tell"))
    if given.host != home.host:
        return _other(given.host, wanted)
    if facts.posts:
        return _on_platform(given, home, facts, wanted.partition("@")[0])
    folder = home.path.rstrip("/") + "/"
    if given.target.rstrip("/") == home.path.rstrip("/"):
        return LinkVerdict(LinkAnswer.NOT_A_POST, say("platforms.link-not-a-post"))
    return _yes(wanted) if given.path.startswith(folder) else _other(given.host + given.path, wanted)


@lru_cache(_FEW)
def _home(page: str) -> Address | None:
    return address_of(page)


@lru_cache(_FEW)
def _yes(wanted: str) -> LinkVerdict:
    return LinkVerdict(LinkAnswer.YES, say("platforms.link-yes", handle=wanted), wanted)


def _other(seen: str, wanted: str) -> LinkVerdict:
    message = say("platforms.link-other-account", other=seen, handle=wanted)
    return LinkVerdict(LinkAnswer.OTHER_ACCOUNT, message, seen)


@lru_cache(_FEW)
def _last_part(home: Address) -> str:
    """Give what names the account in its page's address: `/@lincoln`, `profile.php?id=1000…`."""
    number = _ID.search(home.query)
    name = number[1] if number else home.path.rstrip("/").rpartition("/")[2]
    return name.removeprefix("@").casefold()


def address_of(address: str) -> Address | None:
    """Take an address apart; None where it isn't one. `https://x.com@evil.org` isn't one either."""
    written = address.strip()
    match = _ADDRESS.fullmatch(written) if len(written) <= _LONGEST_LINK else None
    if match is None or "." not in match["host"]:
        return None
    host = match["host"].casefold().partition(":")[0]
    for part in _OPTIONAL_HOST_PARTS:
        if host.startswith(part) and "." in host.removeprefix(part):
            host = host.removeprefix(part)
            break
    rest = (match["rest"] or "").partition("#")[0]
    path, _, query = rest.partition("?")
    return Address(host, path or "/", query)
