"""Which ways of coding may be opened here, by an MP4 file's own words. Runs in a jailed process only.

The decoder knows hundreds, each a place for faults: its own list of allowed ones holds while it looks into a
file, not when it decodes. So a file that names another is refused before the decoder sees it.
"""

from collections.abc import Iterable

from smadmin.imaging.video_tables import Box

_SHOWN = frozenset({b"avc1", b"avc3", b"hvc1", b"hev1", b"mp4v", b"vp09", b"jpeg", b"mjpa"})
_SHOWN_BY_NUMBER = frozenset({0x20, 0x21, 0x23, 0x6C})
"""MPEG-4, H.264, HEVC and JPEG, as an `esds` names them."""
_HEARD = frozenset({b"mp4a", b".mp3", b"alac", b"Opus", b"samr", b"sawb", b"sowt", b"twos", b"in24", b"lpcm"})
_HEARD_BY_NUMBER = frozenset({0x40, 0x66, 0x67, 0x68, 0x69, 0x6B})
"""AAC and MP3."""
_STREAM, _DECODER = 0x03, 0x04
_DEPENDS, _ELSEWHERE, _CLOCKED = 0x80, 0x40, 0x20


def shown_here(body: bytearray, entry: Box, inside: Iterable[Box]) -> bool:
    """Tell by a description whether pictures are coded in a way that may be opened here.

    Args:
        body: the file.
        entry: the description.
        inside: its boxes; an `esds` among them has the last word, as it has for the decoder.

    Raises:
        ValueError, IndexError: the `esds` isn't one.
    """
    numbers = {_coding(body, box) for box in inside if box.kind == b"esds"}
    return entry.kind in _SHOWN and numbers <= _SHOWN_BY_NUMBER


def heard_here(body: bytearray, entry: Box, inside: Iterable[Box]) -> bool:
    """Tell by a description whether sound is coded in a way that may be opened here; as `shown_here`."""
    numbers = {_coding(body, box) for box in inside if box.kind == b"esds"}
    return entry.kind in _HEARD and numbers <= _HEARD_BY_NUMBER


def _coding(body: bytearray, esds: Box) -> int:
    """Give the number by which an `esds` names the way of coding (ISO/IEC 14496-1, 7.2.6)."""
    at = _into(body, esds.content + 4, _STREAM)
    flags = body[at + 2]
    if flags & _ELSEWHERE:
        raise ValueError("what is coded lies elsewhere")
    at += 3 + (2 if flags & _DEPENDS else 0) + (2 if flags & _CLOCKED else 0)
    at = _into(body, at, _DECODER)
    if at >= esds.end:
        raise ValueError("the description ends before it says how")
    return body[at]


def _into(body: bytearray, at: int, tag: int) -> int:
    """Give where a description of this tag begins, behind its length of one to four bytes."""
    if body[at] != tag:
        raise ValueError("another description was expected")
    for _ in range(4):
        at += 1
        if not body[at] & 0x80:
            break
    return at + 1
