"""Children's names where no sentence spells them: in addresses, tags, mail addresses and the code of pages.

A page writes letters as `&iacute;` or `%C3%AD`, and puts marks between a first and a last name; an
address runs them together. Whatever is found here stays at school, so that finding too much costs little.
"""

import codecs
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from smadmin.domain.policy.findings import TEXT, Span
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading, fold
from smadmin.domain.policy.roster import People

_RUN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/@#%]|\w\.\w")
_MARK = re.compile(r"<[^<>]*>")
_CODED = re.compile(r"\\u([0-9a-fA-F]{4})")
_PARTED = re.compile(r"[\W\d_]+")
_ONE_LETTER = re.compile(r"\b(\w)\b")
_LETTERS_RUN = re.compile(r"[#@/=.][\w.%-]{7,200}")
_ENDS = "()[]{}<>\"'.,;:!?"
_TIMES_CODED = 3


class NamesSpelled:
    """Finds them; holds children's names, and so is made for one answer only."""

    def __init__(self, people: People) -> None:
        """Take everybody on the list."""
        self._people = people
        self._lengths = sorted({len(name) for name in people.joined})

    def within(self, text: str) -> Iterator[Span]:
        """Give each address, tag or mail address of a text that spells a child's name, whole."""
        for found in _RUN.finditer(text):
            run = found[0].strip(_ENDS)
            if _ADDRESS.search(run) and self.spells(run):
                start = found.start() + found[0].index(run)
                yield Span(start, start + len(run))

    def spells(self, address: str) -> bool:
        """Tell whether an address spells a child's name, be it the first name alone below the site's own."""
        for way in _decoded(address):
            words = _PARTED.sub(" ", way).title()
            if self._named(words) or self._named(_ONE_LETTER.sub(r"\1.", words)) or self._joined(way):
                return True
            _, slash, below = way.partition("://")[2].partition("/")
            if slash and not self._people.unnamed.isdisjoint(map(fold, _PARTED.sub(" ", below).split())):
                return True
        return False

    def on_page(self, content: bytes) -> bool:
        """Tell whether a page, as a platform sent it, names a child (first and last) or can't be read."""
        texts = _page_texts(content)
        return texts is None or any(self._named(one) or self._tagged(one) for one in texts)

    def _tagged(self, page: str) -> bool:
        """Tell whether a page holds a name in one word: a tag, a handle, a part of an address."""
        runs = set(_LETTERS_RUN.findall(page))  # a page repeats most of its addresses
        return any(self._joined(run) or self._joined(_PARTED.sub("", run)) for run in runs)

    def _named(self, text: str) -> bool:
        return bool(full_names(Reading(text, TEXT), self._people))

    def _joined(self, address: str) -> bool:
        """Tell whether a child's whole name stands within a run of letters."""
        return any(
            run[start : start + length] in self._people.joined
            for run in map(fold, _PARTED.split(address))
            for length in self._lengths
            for start in range(len(run) - length + 1)
        )


def _page_texts(content: bytes) -> tuple[str, ...] | None:
    """Give a page as it stands and as it reads; None where nobody can tell what it says."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content:
        return None
    try:
        page = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = content.decode("cp1252", "replace")
    ways = list(_decoded(page))
    return tuple(dict.fromkeys((*ways, _MARK.sub(" ", ways[-1]), _MARK.sub("", ways[-1]))))


def _decoded(text: str) -> Iterator[str]:
    """Give a text, and what it is once its letters aren't written as codes any more."""
    for _ in range(_TIMES_CODED):
        yield text
        plain = unquote(unescape(_CODED.sub(lambda code: chr(int(code[1], 16)), text)))
        if plain == text:
            return
        text = plain
    yield text
