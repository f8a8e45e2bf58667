"""Known boxes end where their counts say, and descriptions begin where each kind of file has them."""

import struct

import pytest

from smadmin.imaging.video_boxes import read_layout
from smadmin.imaging.video_tables import Box, boxes_at, content_end
from smadmin.imaging.videos import VideoWorkers
from tests import films


def whole(kind: bytes, content: bytes) -> tuple[bytearray, Box]:
    body = films.box(kind, content)
    return bytearray(body), Box(kind, 0, 8, len(body))


@pytest.mark.parametrize(
    ("kind", "content", "end"),
    [
        (b"stts", struct.pack(">III", 0, 2, 0) + bytes(40), 8 + 8 + 16),
        (b"co64", struct.pack(">II", 0, 3) + bytes(40), 8 + 8 + 24),
        (b"stsz", struct.pack(">III", 0, 7, 1000) + bytes(40), 8 + 12),
        (b"stsz", struct.pack(">III", 0, 0, 5) + bytes(40), 8 + 12 + 20),
        (b"tkhd", bytes(120), 8 + 84),
        (b"tkhd", b"\x01" + bytes(119), 8 + 96),
        (b"elst", b"\x01" + struct.pack(">I", 1).rjust(7, b"\0") + bytes(40), 8 + 8 + 20),
        (b"avcC", bytes(40), 48),
    ],
)
def test_a_box_ends_where_it_says(kind: bytes, content: bytes, end: int) -> None:
    assert content_end(*whole(kind, content)) == end


def test_a_box_that_is_shorter_than_it_says_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        content_end(*whole(b"stts", struct.pack(">II", 0, 9) + bytes(16)))


@pytest.mark.parametrize(
    ("version", "newer", "begins"), [(0, False, 36), (1, False, 52), (2, False, 72), (1, True, 36)]
)
def test_boxes_within_a_description_of_sound_begin_where_its_version_says(
    version: int, *, newer: bool, begins: int
) -> None:
    entry, box = whole(b"mp4a", bytes(8) + struct.pack(">H", version) + bytes(80))

    assert boxes_at(entry, box, shows=False, newer=newer) == begins
    assert boxes_at(entry, box, shows=True, newer=newer) == 86


@pytest.mark.parametrize(("ending", "code"), [(".mp4", "mp4v"), (".mov", "mp4v"), (".mp4", "vp09")])
def test_a_film_without_more_than_it_needs_is_left_as_it_is_and_shows(ending: str, code: str) -> None:
    file = films.film(1.0, ending=ending, code=code)

    clean = VideoWorkers().clean(file)

    with VideoWorkers().open(clean.content) as video:
        assert len(video.frames(most=64, longest_px=160, every_ms=0).frames) == 10
    assert read_layout(bytearray(clean.content)).held == 0
