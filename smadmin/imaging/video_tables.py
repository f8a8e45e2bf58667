"""How much of a known box of an MP4 or MOV file belongs there (ISO/IEC 14496-12). In a jailed process only.

What stands behind that is neither picture nor sound, whatever it is: decoders pass over it.
"""

import struct
from dataclasses import dataclass

Place = tuple[int, int]
"""Where something stands in the file: its first byte, and how many."""

_HEADERS = {
    b"mvhd": (100, 112),
    b"tkhd": (84, 96),
    b"mdhd": (24, 36),
    b"cslg": (24, 44),
    b"vmhd": (12, 12),
    b"smhd": (8, 8),
}
"""How long boxes without rows are, in bytes: in the older and the newer version."""
_ROWS = {b"stts": 8, b"ctts": 8, b"stss": 4, b"stps": 4, b"stsc": 12, b"stco": 4, b"co64": 8}
"""How long a row is; version, flags and a count come before the rows."""
_ROWS_AT, _SIZES_AT = 8, 12
_PICTURE_HEAD, _SOUND_HEAD, _SOUND_VERSION_AT = 86, 36, 16
_SOUND_MORE = {0: 0, 1: 16, 2: 36}
"""QuickTime's newer descriptions of sound begin with so many bytes more."""
IN_DESCRIPTION = frozenset(
    {b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"d263", b"pasp", b"colr", b"fiel", b"clap", b"btrt"}
    | {b"mdcv", b"clli", b"SmDm", b"CoLL", b"dvcC", b"dvvC", b"chan", b"wave", b"alac", b"dOps", b"damr"}
    | {b"pcmC", b"srat", b"gama"}
)
"""What a decoder needs to know of pictures and sound, and what their colours are."""
IN_WAVE = frozenset({b"frma", b"mp4a", b"esds", b"alac", b"enda", b"samr", b"damr", bytes(4)})


@dataclass(frozen=True)
class Box:
    """A box: its kind, where it begins, where its content begins, and where it ends."""

    kind: bytes
    start: int
    content: int
    end: int


def content_end(body: bytearray, box: Box) -> int:
    """Give where what belongs into a box ends; of a box that isn't known here, its own end.

    Raises:
        ValueError: the box is shorter than it says.
    """
    newer = body[box.content] == 1
    end = box.end
    if box.kind in _HEADERS:
        end = box.content + _HEADERS[box.kind][newer]
    elif box.kind in _ROWS:
        (count,) = struct.unpack_from(">I", body, box.content + 4)
        end = box.content + _ROWS_AT + count * _ROWS[box.kind]
    elif box.kind == b"elst":
        (count,) = struct.unpack_from(">I", body, box.content + 4)
        end = box.content + _ROWS_AT + count * (20 if newer else 12)
    elif box.kind == b"stsz":
        same, count = struct.unpack_from(">II", body, box.content + 4)
        end = box.content + _SIZES_AT + (0 if same else 4 * count)
    if end > box.end:
        raise ValueError("the box is shorter than it says")
    return end


def boxes_at(body: bytearray, entry: Box, *, shows: bool, newer: bool) -> int:
    """Give where the boxes within a description begin.

    Args:
        body: the file.
        entry: the description.
        shows: whether of pictures; else of sound.
        newer: whether the table of descriptions is a newer one, whose sound entries are ISO's own.
    """
    if shows:
        return entry.start + _PICTURE_HEAD
    (version,) = struct.unpack_from(">H", body, entry.start + _SOUND_VERSION_AT)
    return entry.start + _SOUND_HEAD + (0 if newer else _SOUND_MORE[version])
