"""The header of an age file, looked at before age's own code reads it.

That code takes quadratic time over a header and lets no other thread run meanwhile: 60 KB of stanzas without
an end stop the program for a quarter of a minute. What isn't a header of a size we write is no file of ours.
"""

import re
from typing import BinaryIO

MOST_RECIPIENTS = 254
"""Whom a file is sealed to at most; age adds a stanza that is for nobody, and one is in reserve."""

MOST_BYTES = 32 * 1024
"""Of a header: 254 recipients take 25 KB. As long as both limits hold, reading it takes 40 ms at the most."""

_BASE64 = rb"[A-Za-z0-9+/]"
_STANZA = (
    rb"-> [!-~]++(?: [!-~]++)*+\n"  # its type and arguments
    rb"(?:" + _BASE64 + rb"{64}\n)*+" + _BASE64 + rb"{0,63}+\n"  # its body, whose last line is shorter
)
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n(?:"
    + _STANZA
    + rb"){1,%d}+--- " % (MOST_RECIPIENTS + 2)
    + _BASE64
    + rb"{43}\n"
)
"""By age's specification (c2sp.org/age), Header; nothing in it is ever gone back over."""


def looked_at(sealed: BinaryIO) -> "Beginning | None":
    """Give an age file to read from its beginning, or None where its header is none, or too large.

    Args:
        sealed: stands at the beginning; from it only as much is read as the largest header has.
    """
    read = bytearray()
    while len(read) < MOST_BYTES and (piece := sealed.read(MOST_BYTES - len(read))):
        read += piece
    return Beginning(bytes(read), sealed) if _HEADER.match(read) else None


class Beginning:
    """A file of which the beginning was read: gives that first, and then the rest."""

    def __init__(self, read: bytes, rest: BinaryIO) -> None:
        """Take what was read, and the file, which stands behind it."""
        self._read, self._rest = read, rest

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes."""
        if not self._read:
            return self._rest.read(size)
        given, self._read = (self._read, b"") if size < 0 else (self._read[:size], self._read[size:])
        return given + self._rest.read() if size < 0 else given
