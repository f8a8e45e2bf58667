"""What of an MP4 file is neither picture nor sound is found, whatever phone wrote it."""

import random
import struct

import pytest

from smadmin.imaging.video_border import Held, VideoReason
from smadmin.imaging.video_boxes import read_layout
from smadmin.jail.trade import Refusal
from tests import films


def taken_out(file: bytes) -> bytes:
    layout, copy = read_layout(bytearray(file)), bytearray(file)
    for start in layout.renamed:
        copy[start + 4 : start + 8] = b"free"
    for start, size in layout.blanks:
        copy[start : start + size] = bytes(size)
    return bytes(copy)


def refused(file: bytes) -> int:
    with pytest.raises(Refusal) as caught:
        read_layout(bytearray(file))
    return caught.value.code


def test_where_it_was_taken_is_found_in_each_way_a_phone_says_it() -> None:
    told = films.told_by_a_phone(films.film())

    clean = taken_out(told)

    assert read_layout(bytearray(told)).held & Held.PLACE
    assert len(clean) == len(told)
    for canary in (b"+40.0150", b"Boulder", b"ISO6709", b"GPSLatitude", b"40,0.9N", b"VideoHandler"):
        assert canary not in clean


@pytest.mark.parametrize(
    "path",
    [
        (b"mvhd",),
        (b"trak", b"tkhd"),
        (b"trak", b"edts", b"elst"),
        (b"trak", b"mdia", b"mdhd"),
        (b"trak", b"mdia", b"minf", b"vmhd"),
        (b"trak", b"mdia", b"minf", b"stbl", b"stsd"),
        (b"trak", b"mdia", b"minf", b"stbl", b"stts"),
        (b"trak", b"mdia", b"minf", b"stbl", b"stsz"),
        (b"trak", b"mdia", b"minf", b"stbl", b"sgpd"),
    ],
)
def test_a_place_within_a_box_that_stays_goes_too(path: tuple[bytes, ...]) -> None:
    place = films.box(b"udta", films.box(b"\xa9xyz", films.PLACE))
    more = films.box(b"sgpd", place) if path[-1] == b"sgpd" else place
    told = films.grown(films.film(), (b"moov", *(path[:-1] if path[-1] == b"sgpd" else path)), more)

    clean = taken_out(told)

    assert films.PLACE in told
    assert films.PLACE not in clean
    assert read_layout(bytearray(told)).held
    assert read_layout(bytearray(clean)).held == 0


def test_a_place_within_the_description_of_pictures_goes_and_they_still_show() -> None:
    told = films.told_in_description(films.film())

    clean = taken_out(told)

    assert films.PLACE not in clean
    assert b"esds" in clean


def test_measurements_go_with_their_samples() -> None:
    clean = taken_out(films.measured(films.film()))

    assert b"GPS5" not in clean
    assert b"GoPro" not in clean
    assert read_layout(bytearray(films.measured(films.film()))).held & Held.TRACKS


def test_pictures_stay_to_the_bit_and_a_clean_copy_has_nothing_left_to_take_out() -> None:
    file = films.film()
    start = file.index(b"mdat") + 4
    (size,) = struct.unpack_from(">I", file, start - 8)

    clean = taken_out(file)

    assert clean[start : start - 8 + size] == file[start : start - 8 + size]
    again = read_layout(bytearray(clean))
    assert (again.renamed, again.blanks, again.held) == ([], [], 0)
    assert again.length_ms == 3000


def test_bytes_that_belong_to_no_picture_do_not_go_out() -> None:
    file = films.film()
    hidden = films.with_boxes(file, behind=films.box(b"mdat", b"a note to myself"))

    assert b"a note" not in taken_out(hidden)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"just some words that somebody called .mp4", VideoReason.NOT_A_VIDEO),
        (bytes(1000), VideoReason.NOT_A_VIDEO),
        (films.film(0.5, ending=".avi", code="MJPG"), VideoReason.NOT_A_VIDEO),
        (films.film()[:3000], VideoReason.BROKEN),
        (films.film() + films.box(b"moof", bytes(8)), VideoReason.IN_PIECES),
        (films.with_boxes(films.film(), films.box(b"mvex", bytes(8))), VideoReason.IN_PIECES),
        (films.cut_by_its_phone(films.film()), VideoReason.CUT_INSIDE),
        (films.film().replace(b"vide", b"text"), VideoReason.NO_PICTURES),
        (films.film() + films.film(), VideoReason.BROKEN),
    ],
)
def test_what_cannot_be_judged_is_refused_with_its_reason(file: bytes, reason: VideoReason) -> None:
    assert refused(file) == reason


@pytest.mark.parametrize("table", [b"stco", b"stsz", b"stsc"])
def test_tables_that_point_out_of_the_file_are_refused(table: bytes) -> None:
    file = bytearray(films.film())
    at = file.index(table) + 4
    file[at + 4 : at + 16] = b"\x00\xff\xff\xff\x7f\xff\xff\xff\x7f\xff\xff\xff"

    assert refused(bytes(file)) == VideoReason.BROKEN


def test_boxes_without_number_end_the_reading() -> None:
    assert refused(films.film() + films.box(b"free", b"") * 20_001) == VideoReason.BROKEN


def test_what_lies_in_other_files_is_refused() -> None:
    file = bytearray(films.film())
    at = file.index(b"url ") + 4
    file[at + 3] = 0  # not in this file

    assert refused(bytes(file)) == VideoReason.BROKEN


def test_of_a_mutated_file_nothing_is_left_that_a_second_reading_would_take_out() -> None:
    dice = random.Random(7)  # noqa: S311 - the same mutants in each run
    files = (films.told_by_a_phone(films.film()), films.measured(films.film()))
    taken, refusals = 0, 0
    for _ in range(400):
        mutant = bytearray(dice.choice(files))
        first = mutant.rindex(b"moov") - 8
        for _ in range(dice.choice((1, 2, 5))):
            at = dice.randrange(first, len(mutant) - 4)
            mutant[at : at + 4] = dice.choice((bytes([dice.randrange(256)]), bytes(4), b"\xff" * 4, b""))
        try:
            clean = taken_out(bytes(mutant))
            again = read_layout(bytearray(clean))
        except Refusal:
            refusals += 1
            continue
        taken += 1
        assert (again.renamed, again.blanks, again.held) == ([], [], 0)

    assert min(taken, refusals) > 20
