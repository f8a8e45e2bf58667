"""Where links lead, by their letters alone (BLO-A9, SOC-O5): nothing is fetched here.

A host is judged by its own letters; `look_alikes.py` knows whom it may be taken for.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.look_alikes import known_as
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.reading import Reading

_SCHEME = regex.compile(
    r"(?<!\w)(?i:(?:javascript|vbscript|intent):\S+|data:\w+/\S+|file:/\S+|ftp://\S+|about:\w\S*|blob:\S+)"
)
_TRAILING = ".,;:!?)]}'\"\u201d\u2019\u00bb"
_HOST = regex.compile(
    r"(?:(?P<scheme>[A-Za-z]+)://)?(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)(?::\d+)?(?P<path>[^\s]*)"
)
_INSIDE = regex.compile(
    r"(?:^|\.)(?:intranet|internal|localhost|staff|portal-admin|sharepoint)(?:\.|$)|\.(?:local|internal"
    r"|lan|corp)$"
    r"|^(?:10|127)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$|(?:^"
    r"|\.)sharepoint\.com$"
    r"|^drive\.google\.com$|(?:^|-)my\.sharepoint\.com$|^onedrive\.live\.com$"
)
_EDITED = regex.compile(r"^docs\.google\.com/.+/(?:edit|copy)\b|/wp-admin\b|^[^/]+/admin(?:/|$)")


def links_in(reading: Reading) -> Iterator[tuple[Span, str, str, str]]:
    """Give each link as (span without closing marks, scheme, host, path), small letters but for the path."""
    for link in reading.links:
        written = reading.text[link.start : link.end].rstrip(_TRAILING)
        match = _HOST.match(written)
        if match is not None:
            span = Span(link.start, link.start + len(written))
            yield span, (match["scheme"] or "").lower(), match["host"].lower(), match["path"]


class LinkScheme:
    """A link that opens no page: a script, a file of somebody's computer."""

    id: ClassVar[CheckId] = CheckId.LINK_SCHEME

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such links."""
        for match in _SCHEME.finditer(reading.text):
            end = match.start() + len(match[0].rstrip(".,;!"))
            yield Hit(Span(match.start(), end), say("policy.link-scheme"))


class InsecureLink:
    """`http`, which anybody on the way may read and change."""

    id: ClassVar[CheckId] = CheckId.INSECURE_LINK

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such links; the mend writes `https`."""
        for span, scheme, _host, _path in links_in(reading):
            if scheme == "http":
                secure = "https" + reading.text[span.start + len(scheme) : span.end]
                yield Hit(
                    span,
                    say("policy.insecure-link"),
                    Remedy(say("policy.write-so", words=secure), span, secure),
                )


class ShortLink:
    """A shortener's link: nobody sees where it leads."""

    id: ClassVar[CheckId] = CheckId.SHORT_LINK

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such links."""
        shorteners = context.lexicon.list("shorteners")
        for span, _scheme, host, path in links_in(reading):
            if host.removeprefix("www.") in shorteners and path.strip("/"):
                yield Hit(span, say("policy.short-link"))


class InternalLink:
    """A link into the district's own network, to a shared drive or to a page for editing (BAL-B1l4)."""

    id: ClassVar[CheckId] = CheckId.INTERNAL_LINK

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such links."""
        for span, _scheme, host, path in links_in(reading):
            if _INSIDE.search(host) or _EDITED.search(f"{host}{path}"):
                yield Hit(span, say("policy.internal-link"))


class LookAlikeLink:
    """An address that looks like another's."""

    id: ClassVar[CheckId] = CheckId.LOOK_ALIKE_LINK

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such links, with whom they may be taken for."""
        known = (*context.domains, *sorted(context.lexicon.list("known-sites")))
        for span, _scheme, host, _path in links_in(reading):
            taken_for = known_as(host, known)
            if taken_for is not None:
                message = "policy.look-alike" if taken_for else "policy.look-alike-letters"
                yield Hit(span, say(message, site=taken_for))
