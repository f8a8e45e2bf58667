"""The words of a page as a visitor was sent it, for somebody to read: nothing of it is run, fetched or drawn.

A page is untrusted: its markup is dropped by the standard library's own reader, which knows no scripts.
"""

import re

from typing_extensions import override

from smadmin.domain.markup import WordsReader
from smadmin.publishing.page_json import words_in_json

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
    lines = (" ".join(line.split()) for line in reader.text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(WordsReader):
    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        described = dict(attrs).get("alt") if tag == "img" else None
        if described:
            self.describe(described)
