"""Short drawn videos for tests, and what phones put into theirs: made by OpenCV's own encoder, nobody shows.

`film()` is a moving ball on a background that changes its colour at each second of `scenes`; `with_boxes`
puts further boxes into its `moov`, as a phone does.
"""

import struct
import tempfile
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from smadmin.domain.photos.pictures import Picture

SIZE = (320, 180)
RATE = 10
PLACE = b"+40.0150-105.2705/"
"""Where no test video was taken."""
_COLOURS = ((40, 80, 120), (200, 190, 60), (90, 20, 160))


@cache
def film(
    seconds: float = 3.0, *, scenes: tuple[int, ...] = (), ending: str = ".mp4", code: str = "mp4v"
) -> bytes:
    """Draw a video and give its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film{ending}"
        writer = cv2.VideoWriter(
            str(path),
            cv2.CAP_FFMPEG,
            cv2.VideoWriter.fourcc(*code),
            RATE,
            SIZE,
        )
        for number in range(round(seconds * RATE)):
            colour = _COLOURS[sum(number >= scene * RATE for scene in scenes) % len(_COLOURS)]
            picture = np.full((SIZE[1], SIZE[0], 3), colour, dtype=np.uint8)
            cv2.circle(picture, (40 + number * 4 % 240, 90), 20, (250, 250, 250), -1)
            writer.write(picture)
        writer.release()
        return path.read_bytes()


def box(kind: bytes, content: bytes) -> bytes:
    """Make a box."""
    return struct.pack(">I4s", 8 + len(content), kind) + content


def with_boxes(file: bytes, *inside: bytes, behind: bytes = b"") -> bytes:
    """Put boxes at the end of a file's `moov`, which lies last, and others behind it."""
    start = file.rindex(b"moov") - 4
    (size,) = struct.unpack_from(">I", file, start)
    assert start + size == len(file)
    more = b"".join(inside)
    return file[:start] + struct.pack(">I", size + len(more)) + file[start + 4 :] + more + behind


def told_by_a_phone(file: bytes) -> bytes:
    """Say in a video where and with what it was taken, in each of the ways that phones have."""
    android = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7) + PLACE))
    loci = box(b"udta", box(b"loci", bytes(6) + b"Boulder\0" + bytes(13)))
    apple = box(
        b"meta",
        box(b"keys", bytes(4) + struct.pack(">I", 1) + box(b"mdta", b"com.apple.quicktime.location.ISO6709"))
        + box(b"ilst", box(struct.pack(">I", 1), box(b"data", bytes(8) + PLACE))),
    )
    xmp = box(b"uuid", bytes(16) + b"<x:xmpmeta>exif:GPSLatitude 40,0.9N</x:xmpmeta>")
    return with_boxes(file, android, loci, apple, behind=xmp)


def measured(file: bytes) -> bytes:
    """Give a video a track of measurements, as action cameras write it; its samples lie in `mdat`."""
    sample = b"GPS5 40.0150 -105.2705 Boulder"
    moov = file.rindex(b"moov") - 4
    place = moov + 8  # the new data goes before `moov`, which the encoder writes last
    tables = (
        box(b"stsd", bytes(4) + struct.pack(">I", 1) + box(b"gpmd", bytes(8)))
        + box(b"stts", bytes(4) + struct.pack(">III", 1, 1, 1000))
        + box(b"stsc", bytes(4) + struct.pack(">IIII", 1, 1, 1, 1))
        + box(b"stsz", bytes(4) + struct.pack(">III", 0, 1, len(sample)))
        + box(b"stco", bytes(4) + struct.pack(">II", 1, place))
    )
    media = (
        box(b"mdhd", bytes(12) + struct.pack(">IIHH", 1000, 1000, 0, 0))
        + box(b"hdlr", bytes(8) + b"meta" + bytes(12) + b"GoPro MET\0")
        + box(b"minf", box(b"stbl", tables))
    )
    track = box(b"trak", box(b"tkhd", bytes(84)) + box(b"mdia", media))
    return with_boxes(file[:moov] + box(b"mdat", sample) + file[moov:], track)


def cut_by_its_phone(file: bytes, *, hidden_ms: int = 2000, shown_ms: int = 1000) -> bytes:
    """Hide the beginning of a video with an edit list, as trimming on a phone does."""
    start = file.index(b"elst") - 4
    listed = struct.pack(">I4sIIIii", 28, b"elst", 0, 1, shown_ms, hidden_ms * 10_240 // 1000, 1 << 16)
    assert struct.unpack_from(">I", file, start)[0] == len(listed)
    return file[:start] + listed + file[start + len(listed) :]


def torn(file: bytes, first: int, last: int) -> bytes:
    """Make some pictures of a video undecodable, from one number to before another; no table says so."""
    copy = bytearray(file)
    at = file.rindex(b"stsz") + 4
    (count,) = struct.unpack_from(">I", file, at + 8)
    sizes = struct.unpack_from(f">{count}I", file, at + 12)
    (start,) = struct.unpack_from(">I", file, file.rindex(b"stco") + 12)
    begin, end = start + sum(sizes[:first]), start + sum(sizes[:last])
    copy[begin:end] = b"\xff" * (end - begin)
    return bytes(copy)


def grown(file: bytes, path: tuple[bytes, ...], more: bytes) -> bytes:
    """Put bytes at the end of the box found along a path; `moov` lies last, so no sample moves."""
    copy, end, at = bytearray(file), len(file), 0
    for kind in path:
        while copy[at + 4 : at + 8] != kind:
            at += struct.unpack_from(">I", copy, at)[0]
        (size,) = struct.unpack_from(">I", copy, at)
        struct.pack_into(">I", copy, at, size + len(more))
        end, at = at + size, at + 8
    return bytes(copy[:end] + more + copy[end:])


def told_in_description(file: bytes) -> bytes:
    """Put a place into the description of the pictures, behind what the decoder reads."""
    more = box(b"udta", box(b"\xa9xyz", PLACE))
    copy = bytearray(grown(file, (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd"), more))
    entry = copy.rindex(b"stsd") + 12
    struct.pack_into(">I", copy, entry, struct.unpack_from(">I", copy, entry)[0] + len(more))
    return bytes(copy)


def coded(file: bytes, *, kind: bytes = b"mp4v", number: int = 0x20) -> bytes:
    """Say of a video that its pictures are coded in another way."""
    copy = bytearray(file)
    entry, esds = copy.rindex(b"stsd") + 12, copy.rindex(b"esds")
    copy[entry + 4 : entry + 8] = kind
    copy[copy.index(b"\x04", esds + 12) + 5] = number  # behind a length of four bytes
    return bytes(copy)


def sounding(*, kind: bytes = b"sowt") -> bytes:
    """Give a film of a second with a tone: plain samples in a sound track of their own."""
    file = film(1.0)
    tone = struct.pack("<8000h", *(8_000 if number // 10 % 2 else -8_000 for number in range(8_000)))
    moov = file.rindex(b"moov") - 4
    entry = bytes(6) + struct.pack(">H8xHHHHI", 1, 1, 16, 0, 0, 8_000 << 16)
    tables = (
        box(b"stsd", bytes(4) + struct.pack(">I", 1) + box(kind, entry))
        + box(b"stts", bytes(4) + struct.pack(">III", 1, 8_000, 1))
        + box(b"stsc", bytes(4) + struct.pack(">IIII", 1, 1, 8_000, 1))
        + box(b"stsz", bytes(4) + struct.pack(">II", 2, 8_000))
        + box(b"stco", bytes(4) + struct.pack(">II", 1, moov + 8))
    )
    media = (
        box(b"mdhd", bytes(12) + struct.pack(">IIHH", 8_000, 8_000, 0, 0))
        + box(b"hdlr", bytes(8) + b"soun" + bytes(13))
        + box(b"minf", box(b"smhd", bytes(8)) + box(b"stbl", tables))
    )
    head = bytes(12) + struct.pack(">II", 2, 0) + bytes(64)
    track = box(b"trak", box(b"tkhd", b"\0\0\0\x07" + head[4:]) + box(b"mdia", media))
    return with_boxes(file[:moov] + box(b"mdat", tone) + file[moov:], track)


def still(picture: Picture, seconds: float = 1.5) -> bytes:
    """Give a film that shows one picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "still.mp4"
        size = (picture.width, picture.height)
        writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), RATE, size)
        pixels = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 3)
        for _ in range(round(seconds * RATE)):
            writer.write(np.ascontiguousarray(pixels[:, :, ::-1]))
        writer.release()
        return path.read_bytes()
