"""Sound follows the picture: it begins with it, is set right where it drifts, and rests with it."""

from PySide6.QtCore import QIODevice

from smadmin.domain.videos.ports import Sound
from smadmin.ui.videos.speaker import Speaker, samples_of

RATE = 8_000


class Noted:
    """Notes from where on something is played, in milliseconds, and how fast; tests move its clock."""

    def __init__(self) -> None:
        self.begun: list[tuple[int, int]] = []
        self.stopped = 0
        self.at_s = 0.0

    def begin(self, source: QIODevice, rate: int) -> None:
        self.begun.append((source.pos() * 1000 // (2 * RATE), rate))

    def stop(self) -> None:
        self.stopped += 1


def made() -> tuple[Speaker, Noted]:
    voice = Noted()
    speaker = Speaker(lambda: voice, clock=lambda: voice.at_s)
    assert speaker.take(samples_of(Sound(RATE, memoryview(bytes(2 * RATE * 10)))))
    return speaker, voice


def test_sound_begins_where_the_picture_is_and_goes_on_with_it() -> None:
    speaker, voice = made()

    speaker.follow(2_000, 10)
    voice.at_s = 0.1
    speaker.follow(2_090, 10)

    assert voice.begun == [(2_000, RATE)]
    assert speaker.playing


def test_sound_that_ran_away_from_the_picture_is_set_right() -> None:
    speaker, voice = made()
    speaker.follow(0, 10)
    voice.at_s = 2  # the pictures waited for the decoder

    speaker.follow(1_000, 10)

    assert voice.begun[-1] == (1_000, RATE)
    assert voice.stopped == 1


def test_at_one_and_a_half_times_the_speed_it_is_played_as_fast() -> None:
    speaker, voice = made()
    speaker.follow(0, 15)
    voice.at_s = 1

    speaker.follow(1_500, 15)

    assert voice.begun == [(0, RATE * 3 // 2)]


def test_a_pause_and_a_silenced_video_are_silent() -> None:
    speaker, voice = made()
    speaker.follow(0, 10)
    speaker.rest()
    speaker.silent = True
    speaker.follow(500, 10)

    assert (len(voice.begun), voice.stopped, speaker.playing) == (1, 1, False)


def test_past_the_end_of_the_sound_nothing_breaks() -> None:
    speaker, voice = made()

    speaker.follow(60_000, 10)

    assert voice.begun == [(10_000, RATE)]


def test_without_a_loudspeaker_pictures_play_alone() -> None:
    speaker = Speaker(lambda: None)

    assert not speaker.take(samples_of(Sound(RATE, memoryview(bytes(16)))))
    speaker.follow(0, 10)
    assert not speaker.playing


def test_a_long_sound_is_taken_over_whole() -> None:
    samples = bytes(range(256)) * 10_000  # in several pieces

    taken = samples_of(Sound(RATE, memoryview(samples)))

    assert (taken.rate, taken.bytes.data()) == (RATE, samples)
