"""Which account the address of a page shows, so that a pasted link fills in platform and handle.

A link that may as well be something else gives nothing: then people choose and type. The platforms' own words
in that place (`x.com/home`) are nobody's handle.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from smadmin.domain.accounts import Platform
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.post_links import Address, address_of

_PLACE = "{handle}"
_NO_HANDLES = frozenset(
    {
        "about", "accounts", "company", "compose", "direct", "events", "explore", "feed", "groups", "hashtag",
        "help", "home", "home.php", "i", "intent", "jobs", "login", "marketplace", "me", "messages",
        "notifications", "p", "pages", "people", "permalink.php", "photo", "photo.php", "privacy", "profile",
        "profile.php", "reel", "reels", "search", "settings", "share", "stories", "story.php", "tos",
        "upload", "watch", "whoami",
    }
)  # fmt: skip
_HANDLE = regex.compile(r"(?=.*[\p{L}\p{N}_])[\p{L}\p{N}_.\-]{1,100}")
_ANY_LETTERS = frozenset({Platform.YOUTUBE, Platform.LINKEDIN})
"""Platforms whose handles may have others than plain letters; elsewhere it only looks like another."""

_OTHERS = ("threads.net", "threads.com", "tiktok.com", "youtube.com", "medium.com", "snapchat.com")
"""Platforms that write a page as Mastodon's servers do, and are none; without facts they are unknown."""


@dataclass(frozen=True)
class PageLink:
    """What a link shows: the platform, the handle without @, and the page's own address."""

    platform: Platform
    handle: str
    page: str


def account_behind(link: str, platforms: Mapping[Platform, PlatformFacts]) -> PageLink | None:
    """Tell whose page a link is, or None where it doesn't show that.

    Args:
        link: as pasted; it may lead deeper than the page, and carry what the platform hangs on it.
        platforms: what is known of each.
    """
    address = address_of(link)
    if address is None:
        return None
    for platform, facts in platforms.items():
        if address.host in facts.hosts and facts.page:
            return _on_platform(address, platform, facts)
    return _on_own_server(address, platforms) if link.strip().casefold().startswith("https://") else None


def _on_platform(address: Address, platform: Platform, facts: PlatformFacts) -> PageLink | None:
    pattern = address_of(facts.page.replace(_PLACE, "HANDLE"))
    if pattern is None:
        return None
    before = pattern.path.partition("HANDLE")[0]
    if not address.path.startswith(before):
        return None
    handle = address.path.removeprefix(before).partition("/")[0].removeprefix("@")
    plain = handle.isascii() or platform in _ANY_LETTERS
    if not plain or not _HANDLE.fullmatch(handle) or handle.casefold() in _NO_HANDLES:
        return None
    return PageLink(platform, handle, facts.page_address(handle))


def _is_another(host: str) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in _OTHERS)


def _on_own_server(address: Address, platforms: Mapping[Platform, PlatformFacts]) -> PageLink | None:
    """Read `https://social.lincoln.example/@larks`: of own servers only Mastodon's write a page so."""
    handle = address.path.removeprefix("/@").partition("/")[0]
    known = any(address.host in facts.hosts for facts in platforms.values()) or _is_another(address.host)
    if known or not address.path.startswith("/@") or not _HANDLE.fullmatch(handle):
        return None
    if Platform.MASTODON not in platforms or not f"{handle}{address.host}".isascii():
        return None
    return PageLink(Platform.MASTODON, f"{handle}@{address.host}", f"https://{address.host}/@{handle}")
