"""What is live in a Bluesky post: links, mentions and tags, as ranges of the text's UTF-8 bytes.

Bluesky makes nothing clickable by itself: who posts says where each facet stands, counted in bytes, never in
characters. The rules are those of Bluesky's own program, so that a post sent from here has the same ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from smadmin.domain.endings import LATIN_ENDINGS, other_endings

_LONGEST_TAG = 64
_UNSEEN = r"\u00AD\u2060\u200A-\u200D\u20E2"
_MENTION = regex.compile(r"(?<![^\s(])@(?P<name>[A-Za-z0-9.-]*[A-Za-z0-9])\b")
_LINK = regex.compile(
    r"(?<![^\s(])(?:https?://\S++|(?P<host>[a-z][a-z0-9]*+(?:\.[a-z0-9]++)++)\S*+)", regex.IGNORECASE
)
_TAG = regex.compile(rf"(?<!\S)[#\uFF03](?P<name>(?!\uFE0F)[^\s{_UNSEEN}]++)")
_TAG_HAS_LETTER = regex.compile(rf"[^\d\s\p{{P}}{_UNSEEN}]")
_PUNCTUATION_AT_END = regex.compile(r"(?r)\p{P}++")
_AFTER_SENTENCES = ".,;:!?"


class FacetKind(StrEnum):
    """What a facet is."""

    LINK = "link"
    MENTION = "mention"
    TAG = "tag"


@dataclass(frozen=True)
class Facet:
    """A live part of a post.

    Args:
        kind: what it is.
        start: the first of its bytes in the text's UTF-8.
        end: the byte after its last.
        value: the whole address of a link, the handle of a mention, the words of a tag.
    """

    kind: FacetKind
    start: int
    end: int
    value: str


def facets_in(text: str) -> tuple[Facet, ...]:
    """Find what is live in a text, in order."""
    found = sorted((*_mentions(text), *_links(text), *_tags(text)))
    facets: list[Facet] = []
    characters = octets = 0
    for start, end, kind, value in found:
        octets += _bytes(text[characters:start])
        length = _bytes(text[start:end])
        facets.append(Facet(kind, octets, octets + length, value))
        octets += length
        characters = end
    return tuple(facets)


_Found = tuple[int, int, FacetKind, str]


def _mentions(text: str) -> Iterator[_Found]:
    for match in _MENTION.finditer(text):
        if _is_known(match["name"]) or match["name"].endswith(".test"):
            yield match.start(), match.end(), FacetKind.MENTION, match["name"]


def _links(text: str) -> Iterator[_Found]:
    for match in _LINK.finditer(text):
        if match["host"] is not None and not _is_known(match["host"]):
            continue
        said = match[0]
        if said[-1] in _AFTER_SENTENCES:
            said = said[:-1]
        if said.endswith(")") and "(" not in said:
            said = said[:-1]
        address = said if match["host"] is None else f"https://{said}"
        yield match.start(), match.start() + len(said), FacetKind.LINK, address


def _tags(text: str) -> Iterator[_Found]:
    for match in _TAG.finditer(text):
        ending = _PUNCTUATION_AT_END.search(match["name"])
        kept = ending is not None and ending.end() == len(match["name"])
        name = match["name"][: ending.start()] if ending is not None and kept else match["name"]
        if 0 < len(name) <= _LONGEST_TAG and _TAG_HAS_LETTER.search(name):
            yield match.start(), match.start() + 1 + len(name), FacetKind.TAG, name


def _is_known(host: str) -> bool:
    """Tell whether a host's name has two parts and an ending that there is."""
    before, dot, ending = host.rpartition(".")
    return bool(before and dot) and (ending.lower() in LATIN_ENDINGS or ending in other_endings())


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
