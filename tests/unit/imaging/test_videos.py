"""Videos through their own jailed process: what comes back is believed only where it fits."""

import struct
from collections.abc import Iterator

import pytest

from smadmin.domain.videos.captions import CaptionKind
from smadmin.domain.videos.ports import Projection, VideoUnreadable
from smadmin.imaging.videos import OpenVideo, VideoWorkers
from smadmin.jail.limits import EVERY_FENCE
from tests import films


@pytest.fixture(scope="module")
def playing() -> Iterator[OpenVideo]:
    with VideoWorkers().open(films.film()) as video:
        yield video


def test_the_copy_that_is_kept_says_nothing_but_pictures() -> None:
    told = films.told_by_a_phone(films.film())

    clean = VideoWorkers().clean(told)

    assert b"+40.0150" not in clean.content
    assert len(clean.content) == len(told)
    assert (clean.facts.width, clean.facts.height, clean.facts.length_ms) == (*films.SIZE, 3000)
    assert clean.facts.pictures == 30
    assert "videos.held-place" in clean.facts.held
    assert not clean.facts.sound


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "videos.empty"),
        (b"words in a file called fair.mp4", "videos.not-a-video"),
        (films.film()[:4000], "videos.broken"),
    ],
)
def test_a_file_that_is_no_video_is_one_clear_sentence(file: bytes, said: str) -> None:
    with pytest.raises(VideoUnreadable) as caught:
        VideoWorkers().clean(file)

    assert caught.value.happened.id == said
    assert caught.value.remedy is not None


def test_every_fence_stands_around_a_decoder(playing: OpenVideo) -> None:
    assert playing.fences == EVERY_FENCE


def test_frames_samples_and_moments_come_from_the_open_video(playing: Projection) -> None:
    playing.seek(0)
    shown = playing.frames(most=3, longest_px=160, every_ms=0)
    playing.seek(1000)
    sampled = playing.sample(longest_px=200, every_ms=1000)

    assert [frame.at_ms for frame in shown.frames] == [0, 100, 200]
    assert all(len(frame.pixels) == 160 * 90 * 4 for frame in shown.frames)
    assert sampled.at_ms == 1000
    assert sampled.picture is not None
    assert sampled.picture.width == 200


def test_captions_are_opened_in_a_process_too() -> None:
    found = VideoWorkers().captions(b"WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n", length_ms=3000)

    assert (found.kind, found.lines) == (CaptionKind.VTT, 1)
    with pytest.raises(VideoUnreadable) as caught:
        VideoWorkers().captions(b"\x00\x01", length_ms=3000)
    assert caught.value.happened.id == "videos.captions-not-text"


def test_a_closed_video_says_so_and_takes_no_further_job() -> None:
    video = VideoWorkers().open(films.film(0.5))
    video.close()

    with pytest.raises(VideoUnreadable):
        video.frames(most=1, longest_px=0, every_ms=0)


def test_sound_that_goes_on_after_the_last_picture_is_refused() -> None:
    told = struct.pack(">II", 8_000, 8_000)
    sounding = films.sounding()
    longer = sounding.replace(told, struct.pack(">II", 8_000, 24_000))

    fits = VideoWorkers().clean(sounding).facts
    with pytest.raises(VideoUnreadable) as refused:
        VideoWorkers().clean(longer)

    assert (fits.sound, fits.sound_ms) == (True, 1_000)
    assert sounding.count(told) == 1
    assert refused.value.happened.id == "videos.sound-goes-on"
