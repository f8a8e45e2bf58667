"""The covered pictures, in small, of a weekly page that is signed elsewhere.

The question names each by its digest, so they are signed with it; their bytes follow it in the sealed file.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smadmin.domain.canonical import Plain
from smadmin.domain.photos.plainly import list_of, number_of, text_of

MOST_PICTURES = 100
MOST_PICTURE_BYTES = 1024 * 1024
"""Of one picture in small; a photo 240 pixels wide has a tenth of that."""


@dataclass(frozen=True, repr=False)
class PagePicture:
    """A covered picture below a line of the page; `content` is a PNG file's."""

    section: int
    line: int
    content: bytes

    @property
    def told(self) -> "ToldPicture":
        """How the question names it."""
        digest = hashlib.sha256(self.content).hexdigest()
        return ToldPicture(self.section, self.line, len(self.content), digest)


@dataclass(frozen=True)
class ToldPicture:
    """A picture as the question names it: below which line, so many bytes, with this SHA-256."""

    section: int
    line: int
    size: int
    sha256: str

    def to_plain(self) -> Plain:
        """Give it as it is signed."""
        return [self.section, self.line, self.size, self.sha256]

    @classmethod
    def from_plain(cls, value: Plain) -> "ToldPicture":
        """Read what `to_plain` gave.

        Raises:
            TypeError, ValueError: if it isn't one.
        """
        section, line, size, digest = list_of(value)
        told = cls(number_of(section), number_of(line), number_of(size), text_of(digest))
        if not 0 < told.size <= MOST_PICTURE_BYTES:
            raise ValueError("a picture that is none in small")
        return told


def told_pictures(value: Plain) -> tuple[ToldPicture, ...]:
    """Read the pictures that a question names.

    Raises:
        TypeError, ValueError: if they aren't some, or too many.
    """
    told = list_of(value)
    if len(told) > MOST_PICTURES:
        raise ValueError("more pictures than a page has")
    return tuple(ToldPicture.from_plain(one) for one in told)


def require_lines(told: Sequence[ToldPicture], lines: Sequence[int]) -> None:
    """See that each picture lies below a line of the page, and no two below one.

    Args:
        told: the pictures.
        lines: how many lines each section has.

    Raises:
        ValueError: if they don't.
    """
    places = {(one.section, one.line) for one in told}
    there = all(0 <= section < len(lines) and 0 <= line < lines[section] for section, line in places)
    if len(places) != len(told) or not there:
        raise ValueError("a picture that is below no line, or two below one")


def pictures_in(content: bytes, told: Sequence[ToldPicture]) -> tuple[PagePicture, ...]:
    """Part the bytes that follow a question into its pictures.

    Raises:
        ValueError: if they aren't exactly those that it names.
    """
    found, begins = [], 0
    for one in told:
        found.append(PagePicture(one.section, one.line, content[begins : begins + one.size]))
        begins += one.size
    if begins != len(content) or [one.told for one in found] != list(told):
        raise ValueError("other pictures than the question names")
    return tuple(found)


def in_file(pictures: Iterable[PagePicture]) -> tuple[PagePicture, ...]:
    """Give as many as a file takes; those too large are left out, for the page reads without them."""
    fitting = [one for one in pictures if 0 < len(one.content) <= MOST_PICTURE_BYTES]
    return tuple(fitting[:MOST_PICTURES])
