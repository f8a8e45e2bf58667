"""A trade whose workers answer in time and in form, but lie. The body picks the lie."""

import struct
from collections.abc import Mapping, Sequence

from smadmin.imaging.border import DecoderVerb, EngineVerb
from smadmin.jail.trade import Job, Reply

FACE = (1.0, 1.0, 3.0, 3.0, 0.5, 0.0, 0.0, 1.0, 90.0)
REST = FACE[5:]
PICTURES: dict[bytes, Reply] = {
    b"too few pixels": Reply((0, 0, 4, 4), bytes(47)),
    b"too many pixels": Reply((0, 0, 4, 4), bytes(49)),
    b"sides below zero": Reply((0, 0, -4, -4), bytes(48)),
    b"no pixels": Reply((0, 0, 0, 0), b""),
    b"unknown format": Reply((99, 0, 4, 4), bytes(48)),
    b"no numbers": Reply((), bytes(48)),
    b"more numbers": Reply((0, 0, 4, 4, 4), bytes(48)),
}
ROWS: list[Reply] = [
    Reply((1,), struct.pack("<9d", *FACE[:4], float("nan"), *REST)),
    Reply((1,), struct.pack("<9d", *FACE[:4], 1.5, *REST)),
    Reply((1,), struct.pack("<9d", 1, 1, 9, 3, 0.5, *REST)),
    Reply((1,), struct.pack("<9d", 3, 1, 1, 3, 0.5, *REST)),
    Reply((1,), struct.pack("<9d", -1, 1, 3, 3, 0.5, *REST)),
    Reply((1,), struct.pack("<9d", float("inf"), 1, 3, 3, 0.5, *REST)),
    Reply((1,), struct.pack("<9d", *FACE[:5], 181, *FACE[6:])),
    Reply((1,), struct.pack("<9d", *FACE[:7], -1, 90)),
    Reply((2,), struct.pack("<9d", *FACE)),
    Reply((-1,), struct.pack("<9d", *FACE)),
    Reply((), struct.pack("<9d", *FACE)),
]
ENCODE_NUMBERS = 4
FILES: list[bytes] = [b"", b"GIF89a", b"\xff\xd8\xff\xe1\x00\x10Exif\0\0CANARYCA\xff\xd9"]


def prepare() -> Mapping[int, Job]:
    """Give the verbs of all three trades, whose first ones have the same number."""
    return {
        DecoderVerb.DECODE: _first,
        EngineVerb.FIND_AND_DESCRIBE: _describe,
        EngineVerb.DESCRIBE: _describe,
    }


def _first(numbers: Sequence[int], body: bytearray) -> Reply:
    """Answer as a decoder, an encoder or an engine, whose first verbs have the same number."""
    if bytes(body) in PICTURES:
        return PICTURES[bytes(body)]
    if len(numbers) == ENCODE_NUMBERS:
        return Reply((), FILES[body[0]])
    return ROWS[body[0]]


def _describe(_numbers: Sequence[int], _body: bytearray) -> Reply:
    return Reply((1,), bytes(8))
