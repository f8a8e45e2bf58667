"""Pages on a server of their own, as Mastodon's and a school's blog: it is part of whose account it is. Pure.

Elsewhere a page must lie at its platform anyway. Where it need not, who turned the address could send
everybody who works with the account to a page that asks for its password.
"""

import regex

_SERVER = regex.compile(r"https?://(?:www\.)?([^/?#\\\s]+)", regex.IGNORECASE)

OWN_SERVERS = frozenset({"mastodon", "wordpress"})
"""The platforms without hosts of their own, as `resources/platforms/` has them."""

_WITH_PARTS = frozenset({"mastodon"})
"""Where a server may be called by its domain alone; a part of a host of blogs is somebody else's."""


def server_of(platform: str, page: str) -> str:
    """Give the server on which a page lies, in small letters; empty on platforms that have but their own."""
    found = _SERVER.match(page.strip()) if platform in OWN_SERVERS else None
    return "" if found is None else found[1].casefold()


def on_named_server(platform: str, handle: str, page: str) -> bool:
    """Tell whether a page lies on the server that its handle names, or on a part of that one (`_WITH_PARTS`).

    A handle without one, a page that isn't there yet, and other platforms say nothing against it.
    """
    named = handle.strip().removeprefix("@").partition("@")[2].casefold()
    server = server_of(platform, page)
    parts = platform in _WITH_PARTS and "." in named.strip(".")
    return not named or not server or server == named or (parts and server.endswith(f".{named}"))
