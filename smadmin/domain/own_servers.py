"""Pages on a server of their own, as Mastodon's and a school's blog: it is part of whose account it is. Pure.

Elsewhere a page must lie at its platform anyway. Where it need not, who turned the address could send
everybody who works with the account to a page that asks for its password.
"""

import unicodedata

from smadmin.domain.patterns import pattern

_SERVER = r"https?://(?:www\.)?([^/?#@\\\s]+)((?:[/?][^#\s]*)?)(?:#\S*)?"

OWN_SERVERS = frozenset({"mastodon", "wordpress"})
"""The platforms without hosts of their own, as `resources/platforms/` has them."""

_WITH_PARTS = frozenset({"mastodon"})
"""Where a server may be called by its domain alone; a part of a host of blogs is somebody else's."""


_PROFILE = r"/(?:web/)?(?:@|users/)([^/?]+)(?=[/?]|$)"
_WITH_PROFILES = frozenset({"mastodon"})
"""Whose pages are profiles (`/@larks`); a blog is all that lies below its address."""


def server_of(platform: str, page: str) -> str:
    """Give the server on which a page lies, in small letters; empty on platforms that have but their own."""
    found = pattern(_SERVER).fullmatch(page.strip()) if platform in OWN_SERVERS else None
    return "" if found is None else _asked_for(found[1])


def place_of(platform: str, page: str) -> str:
    """Give where on its server a page lies, empty on platforms that have but their own.

    One host has many blogs and profiles: another path is somebody else's page as much as another server. Of
    a profile only its name counts, wherever in it the address leads.
    """
    found = pattern(_SERVER).fullmatch(page.strip()) if platform in OWN_SERVERS else None
    if found is None:
        return ""
    path = found[2].rstrip("/")
    profile = pattern(_PROFILE).match(path) if platform in _WITH_PROFILES else None
    return _asked_for(found[1]) + (path if profile is None else f"/@{profile[1].lower()}")


def on_named_server(platform: str, handle: str, page: str) -> bool:
    """Tell whether a page lies on the server that its handle names, or on a part of that one (`_WITH_PARTS`).

    A handle without one, a page that isn't there yet, and other platforms say nothing against it.
    """
    named = _asked_for(handle.strip().removeprefix("@").partition("@")[2])
    server = server_of(platform, page)
    parts = platform in _WITH_PARTS and "." in named.strip(".")
    return not named or not server or server == named or (parts and server.endswith(f".{named}"))


def _asked_for(host: str) -> str:
    """Give a host's name as it is asked for on the network: never a look-alike's, as ss would be for ß."""
    name, colon, port = unicodedata.normalize("NFC", host.lower()).partition(":")
    return ".".join(_letters(one) for one in name.split(".")) + colon + port


def _letters(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
