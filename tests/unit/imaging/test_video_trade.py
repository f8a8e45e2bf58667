"""The video worker's verbs, called in the test's own process."""

import pytest

from smadmin.domain.videos.captions import CaptionFault
from smadmin.imaging import video_trade
from smadmin.imaging.video_border import VideoReason, VideoVerb
from smadmin.jail.trade import Refusal, Reply
from tests import films


def opened(file: bytes) -> Reply:
    video_trade.prepare()
    return video_trade.open_video((), bytearray(file))


def samples(file: bytes, every_ms: int) -> list[tuple[int, int]]:
    opened(file)
    found = []
    while not (one := video_trade.sample((160, every_ms), bytearray()).numbers)[4]:
        found.append((one[2], one[3]))
    return found


def test_pictures_come_in_order_with_the_time_at_which_they_show() -> None:
    assert opened(films.film()).numbers == (*films.SIZE,)

    reply = video_trade.frames((4, 160, 0), bytearray())

    assert reply.numbers[:3] == (160, 90, 0)
    assert reply.numbers[4:] == (0, 100, 200, 300)
    assert len(reply.body) == 4 * 160 * 90 * 4


def test_the_end_is_told_with_the_last_pictures() -> None:
    opened(films.film(1.0))

    reply = video_trade.frames((64, 0, 0), bytearray())

    assert reply.numbers[2] == 1
    assert len(reply.numbers[4:]) == 10
    assert reply.numbers[3] == 1000


def test_at_a_higher_speed_pictures_are_left_out() -> None:
    opened(films.film())

    assert video_trade.frames((4, 160, 250), bytearray()).numbers[4:] == (0, 300, 600, 900)


def test_going_to_a_moment_gives_the_picture_of_that_moment() -> None:
    opened(films.film())
    video_trade.frames((9, 160, 0), bytearray())

    video_trade.seek((1500,), bytearray())

    assert video_trade.frames((1, 160, 0), bytearray()).numbers[4:] == (1500,)


def test_a_picture_is_sampled_each_second_and_where_the_scene_changes() -> None:
    quiet, busy = samples(films.film(), 1000), samples(films.film(3.0, scenes=(2,)), 1500)

    assert [at for at, _ in quiet] == [0, 1000, 2000]
    assert [cut for _, cut in busy] == [1, 0, 1]
    assert 2000 <= busy[2][0] <= 2200


def test_pictures_that_an_edit_list_hides_are_shown_because_they_go_out() -> None:
    opened(films.cut_by_its_phone(films.film(3.0), hidden_ms=900, shown_ms=2100))

    reply = video_trade.frames((64, 160, 0), bytearray())

    assert len(reply.numbers[4:]) == 30
    assert reply.numbers[3] == 3000


@pytest.mark.parametrize("file", [b"", b"no video", films.film(0.5, ending=".avi", code="MJPG")])
def test_the_decoder_opens_nothing_but_mp4_and_mov(file: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        opened(file)

    assert caught.value.code == VideoReason.UNKNOWN_KIND


def test_nothing_is_shown_of_a_video_that_is_not_open() -> None:
    video_trade._opened.clear()

    for verb, numbers in ((VideoVerb.FRAMES, (1, 1, 1)), (VideoVerb.SEEK, (1,)), (VideoVerb.SAMPLE, (1, 1))):
        with pytest.raises(Refusal):
            video_trade.prepare()[verb](numbers, bytearray())


def test_captions_are_read_here_too() -> None:
    good = b"1\n00:00:00,000 --> 00:00:01,000\nHello\n"

    reply = video_trade.captions((2000,), bytearray(good))

    assert (reply.numbers, reply.body) == ((0, 1), good)
    with pytest.raises(Refusal) as caught:
        video_trade.captions((2000,), bytearray(b"none"))
    assert caught.value.code - VideoReason.CAPTIONS == list(CaptionFault).index(CaptionFault.NO_LINES)
