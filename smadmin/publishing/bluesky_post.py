"""A post as a record of Bluesky: what is written into it, and what a visitor's program reads from it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from smadmin.domain.facets import Facet, FacetKind, facets_in
from smadmin.domain.publishers import Outgoing, PublisherFailed
from smadmin.publishing.answers import Told
from smadmin.publishing.picture_size import picture_size

POSTS = "app.bsky.feed.post"
_IMAGES = "app.bsky.embed.images"
_CARD = "app.bsky.embed.external"
_BESIDE = "app.bsky.embed.recordWithMedia"
_FACET = "app.bsky.richtext.facet"
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_FIRST_US = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
_SPAN_US = 2 * 365 * 86_400 * 1_000_000
"""Two years that are over: no program takes such a name for one of the future."""


def record_key(key: str) -> str:
    """Give the name under which a publication stands among an account's posts.

    Bluesky takes nothing but a moment in microseconds and ten bits beside it, in 13 letters (a TID). Which
    moment says nothing; it comes from the key alone, so that a second attempt meets the first.
    """
    drawn = int.from_bytes(hashlib.sha256(key.encode()).digest()[:16], "big")
    moment, beside = divmod(drawn, 1024)
    number = (_FIRST_US + moment % _SPAN_US) << 10 | beside
    return "".join(_LETTERS[number >> shift & 31] for shift in range(60, -1, -5))


def mentioned_in(text: str) -> frozenset[str]:
    """List the handles that a text names."""
    return frozenset(one.value for one in facets_in(text) if one.kind is FacetKind.MENTION)


def record(
    outgoing: Outgoing, blobs: Sequence[object], people: Mapping[str, str], made: datetime
) -> dict[str, object]:
    """Write a post.

    Args:
        outgoing: what goes out.
        blobs: what the server said of each picture's file.
        people: the ids of mentioned handles; one that isn't among them stays words.
        made: when, UTC.
    """
    written: dict[str, object] = {
        "$type": POSTS,
        "text": outgoing.text,
        "createdAt": f"{made:%Y-%m-%dT%H:%M:%S}.000Z",
        "langs": [outgoing.language],
    }
    live = [one for one in _live(outgoing) if _is_known(one, people)]
    if live:
        written["facets"] = [_facet(one, people) for one in live]
    if outgoing.pictures:
        pairs = zip(outgoing.pictures, blobs, strict=True)
        images = [{"alt": one.alt, "image": blob, **_ratio(one.content)} for one, blob in pairs]
        written["embed"] = {"$type": _IMAGES, "images": images}
    elif link := next((one.value for one in live if one.kind is FacetKind.LINK), ""):
        written["embed"] = {"$type": _CARD, "external": _card(outgoing.link or link)}
    return written


def _card(link: str) -> dict[str, object]:
    """Write the card below the text, of what was released alone: by its host, not by words of that page."""
    return {"uri": link, "title": urlsplit(link).hostname or link, "description": ""}


def _live(outgoing: Outgoing) -> list[Facet]:
    """Find what can be pressed; the post's own link is one, whatever its ending."""
    found = list(facets_in(outgoing.text))
    if outgoing.link and not any(one.value == outgoing.link for one in found):
        text, address = outgoing.text.encode(), outgoing.link.encode()
        start = text.find(address)
        end = start + len(address)
        if start >= 0:
            found = [one for one in found if one.end <= start or end <= one.start]
            found.append(Facet(FacetKind.LINK, start, end, outgoing.link))
    return sorted(found, key=lambda one: one.start)


def _is_known(facet: Facet, people: Mapping[str, str]) -> bool:
    return facet.kind is not FacetKind.MENTION or facet.value in people


def _facet(facet: Facet, people: Mapping[str, str]) -> dict[str, object]:
    live = {
        FacetKind.LINK: {"uri": facet.value},
        FacetKind.MENTION: {"did": people.get(facet.value, "")},
        FacetKind.TAG: {"tag": facet.value},
    }[facet.kind]
    return {
        "index": {"byteStart": facet.start, "byteEnd": facet.end},
        "features": [{"$type": f"{_FACET}#{facet.kind.value}", **live}],
    }


def _ratio(content: bytes) -> dict[str, object]:
    size = picture_size(content)
    return {"aspectRatio": {"width": size[0], "height": size[1]}} if size else {}


@dataclass(frozen=True)
class Read:
    """What a record says: the words, each picture's description, where its links lead."""

    text: str
    alts: tuple[str, ...]
    links: tuple[str, ...]


def read(told: Told) -> Read:
    """Read a post.

    Raises:
        PublisherFailed: `NOT_THE_PLATFORM` where it isn't one.
    """
    return Read(told.text("text"), alts_of(told.at("embed")), tuple(_links(told)))


def alts_of(embed: Told) -> tuple[str, ...]:
    """Give the descriptions of the pictures in a post, or in what the platform shows of it."""
    kind = _kind(embed)
    if kind == _BESIDE:
        return alts_of(embed.at("media"))
    return tuple(one.text("alt") for one in embed.each("images")) if kind == _IMAGES else ()


def _links(told: Told) -> Iterable[str]:
    if told.at("facets").untrusted is None:
        return
    for facet in told.each("facets"):
        for feature in facet.each("features"):
            if _kind(feature) == f"{_FACET}#{FacetKind.LINK.value}":
                yield feature.text("uri")


def _kind(told: Told) -> str:
    try:
        return told.text("$type").removesuffix("#view")
    except PublisherFailed:
        return ""
