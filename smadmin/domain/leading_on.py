"""Addresses at a platform that show no page of their own but lead on, perhaps out of the platform. Pure.

Taken for an account's page, such a one would send everybody who works with it wherever its writer wants,
and the register couldn't tell that two of them are one page.
"""

from smadmin.domain.same_pages import address_of

_LEADING = frozenset(
    {"attribution_link", "authorize_interaction", "away", "dialog", "flx", "l.php", "login", "login.php", "n"}
    | {"plugins", "redir", "redirect", "safety", "share", "share.php", "sharer", "sharer.php", "slink"}
)
"""The platforms' own words for a way to something else."""

_OF_NOBODY = frozenset({"explore", "home", "home.php", "search", "settings", "signup"})


def shows_no_page(page: str) -> bool:
    """Tell whether an address on a platform's own hosts is nobody's page: bare, a way on, or a search."""
    words, _asked = address_of(page)
    return not words or words[0] in _LEADING | _OF_NOBODY or leads_on(page)


def leads_on(page: str) -> bool:
    """Tell whether an address carries another one, or signs that a browser reads otherwise than people."""
    _words, asked = address_of(page)
    return "\\" in page or any(value.startswith("//") or "://" in value for _name, value in asked)
