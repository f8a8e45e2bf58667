"""The words of a page as a visitor was sent it, for somebody to read: nothing of it is run, fetched or drawn.

A page is untrusted: its markup is dropped by the standard library's own reader, which knows no scripts.
"""

import re

from typing_extensions import override

from smadmin.publishing.page_json import words_in_json
from smadmin.publishing.read_html import PageReader

_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "svg"})
_BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "section", "article", "figure"})
_IN_HEADS = frozenset(
    {"html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "template"}
)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_REST_OF_A_TAG = re.compile(r"[^<>]*=\s*[\"'][^<>]*>")
"""With this a part of a page may begin."""
_LONGEST_TAG = 2_000
_JSON = "{"
MOST_READ = 1_000_000
"""Characters of a page that are read for showing."""


def page_text(content: bytes) -> str:
    """Give the words of a page, a line for each of its blocks; what isn't marked up is given as it is."""
    written = content.decode("utf-8", "replace")[:MOST_READ]
    if written.lstrip().startswith(_JSON):
        words = words_in_json(written, _without_markup)
        return written if words is None else words
    return _without_markup(written) if _MARKUP.search(written) else written


def _without_markup(written: str) -> str:
    reader = _Words()
    rest = _REST_OF_A_TAG.match(written, 0, _LONGEST_TAG)
    reader.read(written if rest is None else written[rest.end() :])
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(PageReader):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen[:1] == ["head"] and tag not in _IN_HEADS:
            self._unseen = []  # its end may be left out, as browsers allow
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BLOCKS:
            self.said.append("\n")
        described = dict(attrs).get("alt") if tag == "img" else None
        if described and not self._unseen:
            self.said.append(f"\n[{described}]\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            self._unseen = self._unseen[: self._unseen.index(tag)]
        elif tag in _BLOCKS:
            self.said.append("\n")

    @override
    def handle_data(self, said: str) -> None:
        if not self._unseen:
            self.said.append(said.replace("\n", " "))
