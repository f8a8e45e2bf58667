"""A Facebook post as somebody sees it who isn't signed in: the page that Facebook lets others show (*embed*).

Facebook's own pages ask visitors to sign in first; this one it shows to everybody, and only for public posts.
It gives the words and where they lead, but not every picture and no description of one.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from typing_extensions import override

from smadmin.domain.markup import MarkupReader

WORDS = b'data-testid="post_message"'
"""Where the words begin."""
_GONE = "This Facebook post is no longer available"
_POST = "userContent"
_WRAPPER = "userContentWrapper"
_DOTS = "text_exposed_hide"
"""The dots and *See more* where a long text is folded; the rest of it follows all the same."""
_FURTHER = "/l.php"
_TRACKED_FIRST = re.compile(r"\?fbclid=[^&#]*&")
_TRACKED = re.compile(r"[?&]fbclid=[^&#]*")
"""What Facebook adds to an address that somebody follows."""
_SHORTENED = re.compile(r"(?:\.\.\.|…)\Z")
_VOID = frozenset({"br", "img", "hr", "wbr", "input", "link", "meta", "source"})
_LINE_ENDS = frozenset({"p", "br"})


@dataclass
class Found:
    """What the page shows: whether the post is there, that it says it is gone, the words and the links."""

    there: bool = False
    gone: bool = False
    said: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the words, without the spaces around its lines."""
        return "\n".join(line.strip() for line in "".join(self.said).strip().splitlines())

    @property
    def link(self) -> str:
        """Where the first link leads; empty where there is none."""
        return next(iter(self.links), "")


def found_on(untrusted_page: str) -> Found:
    """Read the page; neither `there` nor `gone` where it is something else, as a page for signing in."""
    reader = _Reader()
    reader.read(untrusted_page)
    found = reader.found
    found.gone = not found.there and _GONE in " ".join(untrusted_page.split())
    return found


class _Reader(MarkupReader):
    """Walks the page; `_depth` counts the open elements in the post's words, `_hidden` those of the dots."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Found()
        self._depth = self._hidden = 0
        self._target = ""
        self._linked = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = {name: value or "" for name, value in attrs}
        classes = set(written.get("class", "").split())
        if classes & {_POST, _WRAPPER}:
            self.found.there = True
        if not self._depth:
            self._depth = 1 if _POST in classes else 0
            return
        if tag not in _VOID:
            self._depth += 1
            self._hidden += 1 if self._hidden or _DOTS in classes else 0
        if tag in _LINE_ENDS and not self._hidden:
            self.found.said.append("\n")
        if tag == "a":
            self._target, self._linked = _led_to(written.get("href", "")), ""
            self.found.links += [self._target] if self._target else []

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self._depth or tag in _VOID:
            return
        if tag == "a":
            self.found.said.append(self._target if self._shortened() else self._linked)
            self._target = self._linked = ""
        self._depth -= 1
        self._hidden = max(0, self._hidden - 1)
        if tag == "p":
            self.found.said.append("\n")

    @override
    def handle_data(self, said: str) -> None:
        if not self._depth or self._hidden:
            return
        if self._target:
            self._linked += said
        else:
            self.found.said.append(said)

    def _shortened(self) -> bool:
        """Tell whether a link's words are its own address with the end cut off."""
        begun, cut = _SHORTENED.subn("", self._linked)
        return bool(cut) and begun.rpartition("://")[2] in self._target


def _led_to(untrusted_address: str) -> str:
    """Give where a link leads beyond Facebook; empty for a tag, a name, or another page of its own."""
    try:
        parts = urlsplit(untrusted_address)
    except ValueError:  # no address at all
        return ""
    further = dict(parse_qsl(parts.query)).get("u", "") if parts.path == _FURTHER else ""
    scheme, _, rest = further.partition("://")
    if scheme not in {"http", "https"} or not rest:
        return ""
    return _TRACKED.sub("", _TRACKED_FIRST.sub("?", further))
