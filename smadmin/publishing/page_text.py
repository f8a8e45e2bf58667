"""The words of a page as a visitor was sent it, for somebody to read: nothing of it is run, fetched or drawn.

A page is untrusted: its markup is dropped by the standard library's own reader, which knows no scripts.
"""

from html.parser import HTMLParser

from typing_extensions import override

_UNSEEN = frozenset({"script", "style", "template", "head", "noscript", "svg"})
_BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "section", "article", "figure"})
_MARKUP = b"<"
MOST_READ = 1_000_000
"""Characters of a page that are read for showing."""


def page_text(content: bytes) -> str:
    """Give the words of a page, a line for each of its blocks; what isn't marked up is given as it is."""
    written = content.decode("utf-8", "replace")[:MOST_READ]
    if not content.lstrip().startswith(_MARKUP):
        return written
    reader = _Words()
    reader.feed(written)
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
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
