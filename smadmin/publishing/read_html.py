"""The standard library's reader of markup, as all pages of strangers are read: nothing makes it fail."""

from html.parser import HTMLParser

from typing_extensions import override


class PageReader(HTMLParser):
    """Walks a page to its end; what it is made of is up to whoever extends it."""

    def __init__(self) -> None:
        """Give letters that are written by their number as the letters they are."""
        super().__init__(convert_charrefs=True)

    def read(self, untrusted_page: str) -> None:
        """Read all of a page."""
        self.feed(untrusted_page)
        self.close()

    @override
    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over `<![` as browsers do: the library gives up on a section that it doesn't know."""
        return self.parse_bogus_comment(i)
