"""Whether a link opens a page, and where it ends up. The asking is done elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import regex

from smadmin.domain.policy.reading import Reading

MOST_LINKS = 8
_HOST = regex.compile(r"[A-Za-z]+://(?:[^/?#@]*+@)?(?P<host>[^/?#:]++)")
_CLOSING = ".,;:!?)]}'\"\u2019\u201d\u00bb"


class Reach(StrEnum):
    """What became of trying a link."""

    OPENS = "opens"
    MISSING = "missing"
    """The site answers, the page isn't there."""
    SILENT = "silent"
    """No answer."""
    CERTIFICATE = "certificate"
    """Its certificate doesn't hold: browsers warn readers before they show it."""
    LATE = "late"
    """It couldn't be tried within the time there is; a person decides."""
    OFFLINE = "offline"
    """Its name can't be looked up, nor any other."""
    INSIDE = "inside"
    """It leads into a network of one's own, where readers can't go; it isn't asked."""


@dataclass(frozen=True)
class Reached:
    """A link that was tried.

    Args:
        link: as written, with a scheme.
        reach: what became of it.
        ends: where it ends up; empty where nothing answered.
    """

    link: str
    reach: Reach
    ends: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether it ends on another site than the one that is written."""
        return bool(self.ends) and site_of(self.ends) != site_of(self.link)


def site_of(address: str) -> str:
    """Give an address's host without `www.`."""
    found = _HOST.match(address)
    return found["host"].lower().removeprefix("www.") if found else ""


def links_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the links of some texts, each once, with a scheme, at most eight."""
    found = dict.fromkeys(
        _with_scheme(text[span.start : span.end].rstrip(_CLOSING))
        for text in texts
        for span in Reading(text).links
    )
    return tuple(found)[:MOST_LINKS]


def _with_scheme(written: str) -> str:
    return written if written.lower().startswith(("http://", "https://")) else f"https://{written}"
