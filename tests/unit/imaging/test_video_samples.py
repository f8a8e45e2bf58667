"""Where a track's samples lie, by its tables."""

import struct

import pytest

from smadmin.imaging.video_samples import sample_places

Tables = dict[bytes, tuple[int, int]]


def laid_out(**tables: bytes) -> tuple[bytearray, Tables]:
    body, places = bytearray(200), Tables()
    for kind, content in tables.items():
        places[kind.encode()] = (len(body), len(body) + len(content))
        body += content
    return body, places


def rows(*numbers: int, head: tuple[int, ...] = ()) -> bytes:
    return bytes(4) + struct.pack(f">{len(head) + len(numbers)}I", *head, *numbers)


def test_chunks_that_touch_are_one_place() -> None:
    body, tables = laid_out(
        stco=rows(3, 10, 16, 100), stsc=rows(2, 1, 2, 1, 3, 1, 1), stsz=rows(0, 5, 2, 4, 3, 3, 7)
    )

    assert sample_places(body, tables) == [(10, 12), (100, 7)]


def test_samples_of_one_size_and_wide_offsets_are_read() -> None:
    wide = bytes(4) + struct.pack(">IQQ", 2, 50, 20)
    body, tables = laid_out(co64=wide, stsc=rows(1, 1, 2, 1), stsz=rows(5, 4))

    assert sample_places(body, tables) == [(20, 10), (50, 10)]


def test_a_track_without_samples_lies_nowhere() -> None:
    body, tables = laid_out(stco=rows(0), stsc=rows(0), stsz=rows(0, 0))

    assert sample_places(body, tables) == []


@pytest.mark.parametrize(
    "tables",
    [
        {"stco": rows(1, 190_000), "stsc": rows(1, 1, 1, 1), "stsz": rows(0, 1, 5)},  # out of the file
        {"stco": rows(1, 10), "stsc": rows(1, 1, 9, 1), "stsz": rows(0, 1, 5)},  # more than there are
        {"stco": rows(2, 10, 20), "stsc": rows(1, 2, 1, 1), "stsz": rows(0, 1, 5)},  # begins late
        {"stco": rows(9, 10), "stsc": rows(1, 1, 1, 1), "stsz": rows(0, 1, 5)},  # shorter than it says
        {"stco": rows(1, 10), "stsc": rows(1, 1, 1, 1), "stsz": rows(9, 4_000_000)},  # more than bytes
    ],
)
def test_tables_that_do_not_agree_are_refused(tables: dict[str, bytes]) -> None:
    body, places = laid_out(**tables)

    with pytest.raises((ValueError, struct.error)):
        sample_places(body, places)
