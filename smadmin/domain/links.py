"""Where the links of a text are, by twitter-text's rules: X and Mastodon count each as 23.

A link without `https://` is one too where its ending is one that X knows. The rules are those of the public
tables (`extract.yml`); but unlike the patterns they come from, this walk looks at each character a bounded
number of times, so that nothing pasted makes it hang.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from smadmin.domain.endings import LATIN_ENDINGS, longest_other_ending, other_endings

_LONGEST_NAME = 253
_LONGEST_LABEL = 63
_LONGEST_LINK = 4096
_MOST_LETTERS = 32
"""No ending in another script has so many."""
_LONGEST_TCO_WORD = 40
_HTTPS = "https://"

_PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
_SPACES = r"\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
_DIRECTIONS = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
_INVALID = r"\uFFFE\uFEFF\uFFFF"
_ACCENTED = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289"
    r"\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
_LETTER = rf"[^{_PUNCTUATION}{_SPACES}{_INVALID}{_DIRECTIONS}]"
"""What the part of a host's name between two dots begins and ends with."""
_JOINERS = "-_"

_DOT = regex.compile(r"\.(?=\p{L})")
_GAPS = str.maketrans("\t\n", "  ")
"""No link goes over one of these."""
_BEFORE = regex.compile(rf"(?r)(?:{_LETTER}|[-_.])*+")
_AFTER = regex.compile(rf"(?:{_LETTER}|[-_.])*+")
_START = regex.compile(rf"(?<![A-Za-z0-9@\uFF20$#\uFF03{_INVALID}]){_LETTER}")
_SCHEME = regex.compile(rf"(?r)(?<![A-Za-z0-9@\uFF20$#\uFF03{_INVALID}])https?://", regex.IGNORECASE)
_PLAIN_LETTERS = regex.compile(r"[A-Za-z0-9]++")
_ENCODED = regex.compile(r"xn--[-0-9a-z]++", regex.IGNORECASE)
_GOES_ON = regex.compile(r"[0-9a-zA-Z@+\-]")
_PLAIN_LABELS = regex.compile(rf"(?:[-a-z0-9{_ACCENTED}]++\.)++", regex.IGNORECASE)

_IN_PATH = rf"[a-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_ACCENTED}]"
_PATH_END = rf"[+\-a-z\u0400-\u04FF0-9=_#/{_ACCENTED}]"
_IN_BRACKETS = rf"\((?:{_IN_PATH}++|{_IN_PATH}*+\({_IN_PATH}++\){_IN_PATH}*+)\)"
_PORT = regex.compile(r":[0-9]++")
_PATH = regex.compile(rf"/(?:{_IN_PATH}++|{_IN_BRACKETS})*+", regex.IGNORECASE)
_PATH_TO_END = regex.compile(rf"(?r)(?:{_PATH_END}|\))", regex.IGNORECASE)
_QUERY = regex.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]++", regex.IGNORECASE)
_QUERY_TO_END = regex.compile(r"(?r)[a-z0-9\-_&=#/]", regex.IGNORECASE)
_TCO = regex.compile(r"https?://t\.co/(?P<word>[a-z0-9]++)", regex.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link from `start` to `end` (code points); `scheme` where it says `http://` or `https://` itself."""

    start: int
    end: int
    scheme: bool


@dataclass(frozen=True)
class _Host:
    """A host's name in a text; `link` is where its link begins: at the scheme, where there is one."""

    link: int
    start: int
    end: int

    @property
    def scheme(self) -> bool:
        return self.link < self.start


def links_in(text: str) -> tuple[Link, ...]:
    """Find the links of a text, in order."""
    found: list[Link] = []
    at = 0
    for word in text.translate(_GAPS).split(" "):
        if "." in word:
            # With the space before it: what begins a text is judged otherwise than what follows something.
            begin = max(0, at - 1)
            links = _links_of_word(text[begin : at + len(word)])
            found += [Link(begin + link.start, begin + link.end, link.scheme) for link in links]
        at += len(word) + 1
    return tuple(found)


@lru_cache(maxsize=1024)
def _links_of_word(word: str) -> tuple[Link, ...]:
    """Find the links between two spaces. Remembered: with each key only one word is another."""
    found: list[Link] = []
    at = taken = 0
    while dot := _DOT.search(word, at):
        before, after = _BEFORE.match(word, at, dot.start()), _AFTER.match(word, dot.start())
        begin = dot.start() if before is None else before.start()
        at = dot.end() if after is None else after.end()
        host = _host(word, begin, at, floor=taken)
        if host is not None:
            path, at = _tail(word, host.end)
            found += _links_of(word, host, path=path, end=at)
            taken = at
    return tuple(found)


def _host(text: str, begin: int, end: int, *, floor: int) -> _Host | None:
    """Find the first host's name in a run of letters, dots and hyphens; it begins after `floor`.

    It reaches as far as it can: to the last ending that only sound labels lead to.
    """
    labels = _labels(text, begin, end)
    endings = [-1, *(_ending(text, start) for start, _ in labels[1:])]
    reach = _reach(text, labels, endings)
    for at, (start, stop) in enumerate(labels[:-1]):
        if start == stop or text[stop - 1] in _JOINERS:
            continue
        last, first = reach[at + 1], start
        if last < 0:
            last, first = endings[at + 1], max(start, text.rfind("_", start, stop) + 1)
        if last < 0:
            continue
        if start == begin == first and text[start] not in _JOINERS:
            scheme = _SCHEME.match(text, 0, begin)
            if scheme is not None and (scheme.start() > floor or scheme.start() == 0):
                return _Host(scheme.start(), start, last)
        found = _START.search(text, max(first, floor + 1 if floor else 0), stop)
        if found is not None and found.start() == 0:
            # The first character of a text is rather one before a link than a link's first, where it can be.
            found = _START.match(text, 1, stop) or found
        if found is not None:
            return _Host(found.start(), found.start(), last)
    return None


def _labels(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    labels = []
    for label in text[begin:end].split("."):
        labels.append((begin, begin + len(label)))
        begin += len(label) + 1
    return labels


def _reach(text: str, labels: list[tuple[int, int]], endings: list[int]) -> list[int]:
    """Say of each label where the longest host's name that begins with the whole of it ends, or -1."""
    reach = [-1] * (len(labels) + 1)
    for at in range(len(labels) - 2, -1, -1):
        start, stop = labels[at]
        if start < stop and text[start] not in _JOINERS and text[stop - 1] not in _JOINERS:
            alone = endings[at + 1] if "_" not in text[start:stop] else -1
            reach[at] = reach[at + 1] if reach[at + 1] >= 0 else alone
    return reach


def _ending(text: str, at: int) -> int:
    """Give where an ending that X knows ends, which begins here; -1 where none does."""
    plain = _PLAIN_LETTERS.match(text, at)
    if plain is not None:
        if plain[0].lower() in LATIN_ENDINGS and text[plain.end() : plain.end() + 1] not in {"@", "+", "-"}:
            return plain.end()
        encoded = _ENCODED.match(text, at)
        if encoded is not None:
            return encoded.end()
    return _other_ending(text, at)


def _other_ending(text: str, at: int) -> int:
    if text[at : at + _MOST_LETTERS].isascii():
        return -1  # the usual case; the list of the others isn't even made
    known = other_endings()
    for length in range(min(longest_other_ending(), len(text) - at), 1, -1):
        if text[at : at + length].lower() in known and not _GOES_ON.match(text, at + length):
            return at + length
    return -1


def _tail(text: str, at: int) -> tuple[bool, int]:
    """Give whether a path follows a host's name, and where all that follows ends: port, path and query."""
    port = _PORT.match(text, at)
    begin = at = at if port is None else port.end()
    path = _PATH.match(text, at)
    if path is not None:
        last = _PATH_TO_END.search(text, at + 1, path.end())
        at = at + 1 if last is None else last.end()
    query = _QUERY.match(text, at)
    if query is not None and (last := _QUERY_TO_END.search(text, at + 1, query.end())) is not None:
        return path is not None, last.end()
    return path is not None, max(begin, at)


def _links_of(text: str, host: _Host, *, path: bool, end: int) -> Iterator[Link]:
    """Give the links a host's name makes: one with a scheme, else one for each name in plain letters."""
    name = text[host.start : host.end]
    scheme = host.start - host.link if host.scheme else len(_HTTPS)
    if not _is_name(name) or scheme + end - host.start > _LONGEST_LINK:
        return
    if host.scheme:
        short = _TCO.match(text, host.link, end)
        if short is None:
            yield Link(host.link, end, scheme=True)
        elif len(short["word"]) <= _LONGEST_TCO_WORD:
            yield Link(host.link, _tco_end(text, short.end()), scheme=True)
    elif host.start == 0 or text[host.start - 1] not in "-_./":
        names = tuple(_plain_names(name))
        for start, stop in names[:-1]:
            yield Link(host.start + start, host.start + stop, scheme=False)
        for start, stop in names[-1:]:
            yield Link(host.start + start, end if path else host.start + stop, scheme=False)


def _tco_end(text: str, at: int) -> int:
    query = _QUERY.match(text, at)
    last = None if query is None else _QUERY_TO_END.search(text, at + 1, query.end())
    return at if last is None else last.end()


def _plain_names(name: str) -> Iterator[tuple[int, int]]:
    """Find the parts of a host's name that are names in plain letters: 中国example.com中国 has one."""
    at = 0
    while labels := _PLAIN_LABELS.search(name, at):
        at = labels.end()
        dots = [place for place in range(labels.start(), labels.end()) if name[place] == "."]
        for dot in reversed(dots):
            end = _ending(name, dot + 1)
            if end >= 0:
                yield labels.start(), end
                at = end
                break


def _is_name(name: str) -> bool:
    """Tell whether a host can have this name."""
    if len(name) > _LONGEST_NAME:
        return False
    if name.isascii():
        return all(len(label) <= _LONGEST_LABEL for label in name.split("."))
    try:
        name.encode("idna")
    except UnicodeError:
        return False
    return True
