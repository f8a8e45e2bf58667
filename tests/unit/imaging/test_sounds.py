"""The sound of a video comes from a jailed process, or not at all."""

import threading
import time
from collections.abc import Callable
from importlib.util import find_spec

import pytest

from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.imaging.sound_border import SOUND_RATE
from smadmin.imaging.sounds import DECODER, TRADE, Sounds
from smadmin.imaging.videos import VideoWorkers
from smadmin.jail.limits import EVERY_FENCE, GIB, Limits
from smadmin.jail.worker import Worker
from tests import films

with_decoder = pytest.mark.skipif(find_spec(DECODER) is None, reason="the extra `sound` isn't installed")


def test_where_nothing_is_installed_there_is_no_sound_and_no_process() -> None:
    assert Sounds(decoder="smadmin.not_installed").of(b"") is None


@with_decoder
def test_the_sound_of_a_film_comes_as_samples() -> None:
    clean = VideoWorkers().clean(films.sounding())

    sound = VideoWorkers().sound(clean.content)

    assert clean.facts.sound
    assert sound is not None
    samples = sound.samples.cast("h")
    assert sound.rate == SOUND_RATE
    assert abs(len(samples) - SOUND_RATE) < SOUND_RATE // 10  # a second of it
    assert max(samples) > 6_000


@with_decoder
@pytest.mark.parametrize("file", [b"", films.film(), films.sounding(kind=b"ac-3")])
def test_what_cannot_be_heard_is_said(file: bytes) -> None:
    with pytest.raises(VideoUnreadable) as caught:
        Sounds().of(file)

    assert caught.value.happened.id == "videos.sound-unread"


@pytest.mark.parametrize("end", [Sounds.hush, Sounds.stop])
def test_a_sound_that_nobody_waits_for_any_more_ends_at_once(end: Callable[[Sounds], None]) -> None:
    sounds, caught = Sounds(trade="tests.faults.slow_start", decoder="json"), []

    def hear() -> None:
        try:
            sounds.of(b"film")
        except VideoUnreadable as error:
            caught.append(error.happened.id)

    hearing = threading.Thread(target=hear)
    hearing.start()
    began = time.monotonic()
    while not sounds._under_way:
        time.sleep(0.01)
    end(sounds)
    hearing.join(5)

    assert caught == ["videos.sound-unread"]
    assert time.monotonic() - began < 3
    assert not sounds._under_way


def test_once_the_program_ends_no_sound_is_begun() -> None:
    sounds = Sounds(trade="tests.faults.slow_start", decoder="json")
    sounds.stop()

    with pytest.raises(VideoUnreadable):
        sounds.of(b"film")


@with_decoder
def test_every_fence_stands_around_the_decoder_of_sound() -> None:
    worker = Worker(TRADE, Limits(memory=2 * GIB, cpu_s=10, wall_s=10, start_s=30, jobs=1))
    worker.get_ready()
    standing = worker.fences
    worker.bury()

    assert standing == EVERY_FENCE
