"""What strangers mark up, pages and e-mails, read by the standard library: nothing makes it fail.

Nothing of it is run, fetched or drawn.
"""

from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "svg"})
_BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "section", "article", "figure"})
_IN_HEADS = frozenset(
    {"html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "template"}
)


class MarkupReader(HTMLParser):
    """Walks markup to its end; what it is made of is up to whoever extends it."""

    def __init__(self) -> None:
        """Give letters that are written by their number as the letters they are."""
        super().__init__(convert_charrefs=True)

    def read(self, untrusted: str) -> None:
        """Read all of it."""
        self.feed(untrusted)
        self.close()

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over `<![` as browsers do: the library gives up on a section that it doesn't know."""
        return self.parse_bogus_comment(i)


class WordsReader(MarkupReader):
    """Collects the words that somebody would see, a line for each block; empty lines are those of `<br>`."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._said: list[str] = []
        self._unseen: list[str] = []
        self._line_begun = False

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what is unseen, or a line."""
        if self._unseen[:1] == ["head"] and tag not in _IN_HEADS:
            self._unseen = []  # its end may be left out, as browsers allow
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BLOCKS:
            self._end_line(also_empty=tag == "br")

    def handle_endtag(self, tag: str) -> None:
        """End what is unseen, or a line."""
        if tag in self._unseen:
            self._unseen = self._unseen[: self._unseen.index(tag)]
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, said: str) -> None:
        """Collect words that are seen."""
        if self._unseen:
            return
        self._line_begun = self._line_begun or bool(said.strip())
        self._said.append(said.replace("\n", " "))

    def describe(self, picture: str) -> None:
        """Give the words that stand for a picture a line of their own, if they are seen."""
        if not self._unseen:
            self._said.append(f"\n[{picture}]\n")

    def _end_line(self, *, also_empty: bool = False) -> None:
        if self._line_begun or also_empty:
            self._said.append("\n")
        self._line_begun = False
