"""A Mastodon post as its server keeps it, in HTML, read as the words that were typed."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from typing_extensions import override

from smadmin.domain.markup import MarkupReader

_ELSEWHERE = re.compile(r"(@\w+(?:[.-]+\w+)*)@\w+(?:[.-]+\w+)*")
_OF_THE_PLATFORM = frozenset({"mention", "hashtag"})


@dataclass(frozen=True)
class Found:
    """The words of a post and where its links lead, in order; names and tags are no links here."""

    text: str = ""
    links: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """Where the first leads; empty where there is none."""
        return next(iter(self.links), "")


def words_of(untrusted_content: str, people: Mapping[str, str] | None = None) -> Found:
    """Read a post.

    Args:
        untrusted_content: as the server keeps it; it shortens the addresses of people to their first part.
        people: whole names (`larks@hill.example`) by the address of the page, to be put back.
    """
    reader = _Reader(people or {})
    reader.read(untrusted_content)
    return Found("".join(reader.said).strip(), tuple(reader.links))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same post, spaces and the servers of people's names aside."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return _ELSEWHERE.sub(r"\1", " ".join(unicodedata.normalize("NFC", text).split()))


@dataclass
class _Reader(MarkupReader):
    """Walks a post's HTML; of a person's link the whole name is taken instead of what stands in it."""

    people: Mapping[str, str]
    said: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    _named: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        super().__init__()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.said.append("\n")
        if tag != "a":
            return
        if name := self.people.get(written.get("href", "")):
            self.said.append(f"@{name}")
            self._named = True
        elif not _OF_THE_PLATFORM & set(written.get("class", "").split()):
            self.links.append(written.get("href", ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.said.append("\n\n")
        if tag == "a":
            self._named = False

    @override
    def handle_data(self, said: str) -> None:
        if not self._named:
            self.said.append(said)
