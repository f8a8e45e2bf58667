"""Captions files: what is taken, what is refused, and what of it goes out."""

import pytest

from smadmin.domain.videos.captions import CaptionFault, CaptionKind, Captions, read_captions, spoken

SRT = (
    "1\n00:00:00,000 --> 00:00:02,000\nWelcome to Lincoln\n\n"
    "2\n00:00:02,500 --> 00:00:04,000\n<i>The fair</i>\n"
)
VTT = "WEBVTT\n\nNOTE not shown\n\n00:00.000 --> 00:02.000 align:start\nBienvenidos\n"


def test_srt_and_webvtt_are_told_apart_by_what_they_say() -> None:
    srt, vtt = (read_captions(text.encode(), length_ms=5_000) for text in (SRT, VTT))

    assert isinstance(srt, Captions)
    assert isinstance(vtt, Captions)
    assert (srt.kind, srt.lines) == (CaptionKind.SRT, 2)
    assert (vtt.kind, vtt.lines) == (CaptionKind.VTT, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_line_ends_marks_and_turned_letters_do_not_go_out(encoding: str) -> None:
    written = SRT.replace("\n", "\r\n").replace("Welcome", "\u202eWel\x07come").encode(encoding)

    found = read_captions(written, length_ms=5_000)

    assert isinstance(found, Captions)
    assert found.text == SRT


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", CaptionFault.NO_LINES),
        (b"just a text", CaptionFault.NO_LINES),
        (b"\xff\xd8\xff\xe0 a photo", CaptionFault.NOT_TEXT),
        (b"a\x00b", CaptionFault.NOT_TEXT),
        (b"x" * 2_000_001, CaptionFault.TOO_LARGE),
        (b"1\n00:00:02,000 --> 00:00:01,000\nback\n", CaptionFault.TIMES),
        (b"1\n00:00:02,000 --> 00:00:03,000\na\n\n2\n00:00:00,000 --> 00:00:01,000\nb\n", CaptionFault.TIMES),
        (b"1\n00:01:00,000 --> 00:01:02,000\nof another video\n", CaptionFault.TOO_LONG),
    ],
)
def test_what_no_platform_would_take_is_refused(content: bytes, fault: CaptionFault) -> None:
    assert read_captions(content, length_ms=5_000) is fault


def test_the_words_are_given_without_numbers_and_times() -> None:
    found = read_captions(SRT.encode(), length_ms=5_000)

    assert isinstance(found, Captions)
    assert spoken(found) == "Welcome to Lincoln\nThe fair"


@pytest.mark.parametrize(
    "block",
    [
        "NOTE for Maya Ortega",
        "00:02.000 --> 00:03.000\n<v Maya Ortega>Hello",
        "00:02.000 --> 00:03.000\nMaya<00:02.320><c> Ortega</c>",
        "00:02.000 --> 00:03.000\n<i>Maya</i>&nbsp;Ortega",
        "00:02.000 --> 00:03.000\nHello\n\nMaya\nOrtega",
        "00:02.000 --> 00:03.000\nMaya\n\n2\n00:03.000 --> 00:04.000 align:start position:0%\nOrtega",
        "00:02.000 --> 00:03.000 Maya Ortega\nHello",
    ],
)
def test_every_word_that_goes_out_is_read_whatever_stands_inside_it(block: str) -> None:
    found = read_captions(f"{VTT}\n{block}\n".encode(), length_ms=5_000)

    assert isinstance(found, Captions)
    assert "Maya Ortega" in " ".join(spoken(found).split())


def test_numbers_that_somebody_says_are_words() -> None:
    found = read_captions(f"{SRT}\n3\n00:00:04,000 --> 00:00:05,000\n4821337\n".encode(), length_ms=5_000)

    assert isinstance(found, Captions)
    assert spoken(found).endswith("The fair\n4821337")
