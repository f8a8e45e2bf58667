"""A post's words and pictures as a page of WordPress, and what a visitor finds on that page.

WordPress changes texts when it shows them: straight quotes become round ones, three dots become one, `[x]`
may be a command, `:)` a picture. Whatever it would change is written by its number, so that readers see
exactly what was released. All of it stands in a box of our own, by which any theme's page is read.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from smadmin.domain.links import links_in
from smadmin.domain.markup import MarkupReader

BOX = "smadmin-post"
_OPEN = f'<!-- wp:group {{"className":"{BOX}"}} -->\n<div class="wp-block-group {BOX}">'
_CLOSE = "</div>\n<!-- /wp:group -->"
_TEXT_PART = re.compile(
    rf'(<div class="[^"]*\b{BOX}\b[^"]*">).*?(?=<!-- wp:image |</div>\s*<!-- /wp:group -->)', re.DOTALL
)
_BOX_AT = re.compile(rb"<div\b[^<>]*\b" + BOX.encode() + rb"\b")
_CHANGED = re.compile(r"[&<>\"'`\[\]():;\-]|\.(?=\.)|(?<=\d)x(?=\d)|8(?=O)|W(?=ordpress)")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_VOID = frozenset(
    ["br", "img", "hr", "wbr", "input", "source", "link", "meta", "embed", "area", "col", "track"]
)
_UNSEEN = frozenset({"noscript", "script", "style", "template"})
_LINE_ENDS = frozenset({"p", "br", "div", "figure", "li", "h1", "h2", "h3", "h4", "blockquote"})


@dataclass(frozen=True)
class Shown:
    """A picture in the blog's library: its number there, its file's address, and what it shows in words."""

    id: int
    address: str
    alt: str


def page_of(text: str, link: str | None, pictures: Sequence[Shown]) -> str:
    """Write a post: its words, then its pictures."""
    figures = "\n\n".join(_figure(one) for one in pictures)
    return _OPEN + "\n\n".join(part for part in (_words(text, link), figures) if part) + _CLOSE


def box_at(page: bytes) -> int:
    """Give the byte of a shown page with which our box begins; 0 where it has none."""
    found = _BOX_AT.search(page)
    return found.start() if found else 0


def with_other_words(page: str, text: str, link: str | None) -> str | None:
    """Put other words into a post; None where our box is gone from it, since somebody wrote it anew."""
    if not _TEXT_PART.search(page):
        return None
    return _TEXT_PART.sub(lambda found: f"{found[1]}{_words(text, link)}\n\n", page, count=1)


def _words(text: str, link: str | None) -> str:
    paragraphs = [part.strip("\n") for part in _PARAGRAPHS.split(text) if part.strip()]
    return "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{_linked(part, link)}</p>\n<!-- /wp:paragraph -->" for part in paragraphs
    )


def _linked(part: str, link: str | None) -> str:
    written, at = [], 0
    for start, end in _links(part, link):
        address = part[start:end]
        written += [_as_is(part[at:start]), f'<a href="{html.escape(address)}">{_as_is(address)}</a>']
        at = end
    return "".join((*written, _as_is(part[at:]))).replace("\n", "<br>")


def _links(part: str, link: str | None) -> list[tuple[int, int]]:
    """Find what can be pressed; the post's own link is one, whatever its ending."""
    own = [found.span() for found in re.finditer(re.escape(link), part)] if link else []
    further = [
        (one.start, one.end)
        for one in links_in(part)
        if one.scheme and not any(start < one.end and one.start < end for start, end in own)
    ]
    return sorted(own + further)


def _figure(picture: Shown) -> str:
    return (
        f'<!-- wp:image {{"id":{picture.id},"sizeSlug":"full"}} -->\n'
        f'<figure class="wp-block-image size-full"><img src="{html.escape(picture.address)}"'
        f' alt="{_as_is(" ".join(picture.alt.split()))}" class="wp-image-{picture.id}"/></figure>\n'
        "<!-- /wp:image -->"
    )


def _as_is(text: str) -> str:
    return _CHANGED.sub(lambda found: f"&#{ord(found[0]):03};", text)


@dataclass
class Found:
    """What stands in our box on a page; `there` is false where the page has none."""

    there: bool = False
    said: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the words."""
        return "".join(self.said)

    @property
    def link(self) -> str:
        """Where the first link leads; empty where there is none."""
        return next(iter(self.links), "")


def found_on(untrusted_page: str) -> Found:
    """Read a page as a visitor: the words, the pictures' descriptions and the links of our box."""
    reader = _Reader()
    reader.read(untrusted_page)
    return reader.found


class _Reader(MarkupReader):
    """Walks a page; `_depth` counts the open elements within our box."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Found()
        self._depth = 0
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = {name: value or "" for name, value in attrs}
        if self._depth == 0:
            if not self.found.there and BOX in written.get("class", "").split():
                self.found.there, self._depth = True, 1
            return
        if tag not in _VOID:
            self._depth += 1
            self._unseen += 1 if self._unseen or tag in _UNSEEN else 0
        if self._unseen:
            return
        if tag in _LINE_ENDS:
            self.found.said.append("\n")
        if tag == "img":
            self.found.alts.append(written.get("alt", ""))
        if tag == "a":
            self.found.links.append(written.get("href", ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._depth == 0 or tag in _VOID:
            return
        self._depth -= 1
        self._unseen = max(0, self._unseen - 1)
        if tag in _LINE_ENDS:
            self.found.said.append("\n")

    @override
    def handle_data(self, said: str) -> None:
        if self._depth and not self._unseen:
            self.found.said.append(said)
