"""Watching a video: what was watched, what is said of faces, and *seen to its end*."""

from contextlib import suppress
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import StudentId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.domain.videos.viewing import Stretch
from tests.cinema import ONE_FACE, QUIET, make_cinema

CLEARED = Choice(Decision.CLEARED)


def refused(error: NotAllowed) -> list[str]:
    return [reason.message.id for reason in error.reasons]


@pytest.mark.demand("SOC-O7")
def test_somebody_goes_on_watching_where_they_were(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)

    cinema.watching.watched(ana, video, (Stretch(0, 900),), took_ms=700)
    with pytest.raises(NotAllowed) as half:
        cinema.watching.finish(ana, video)
    cinema.watching.watched(ana, video, (Stretch(900, 2000),), took_ms=1000)
    cinema.watching.finish(ana, video)

    assert refused(half.value) == ["videos.not-seen-to-end"]
    assert cinema.watching.view(ana, video).seen_by == ("Ana Brooks",)


@pytest.mark.demand("SOC-O7")
def test_nobody_is_believed_to_have_watched_faster_than_time_passes(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)

    with pytest.raises(NotAllowed) as caught:
        cinema.watching.watched(cinema.by("ana"), video, (Stretch(0, 2000),), took_ms=100)

    assert refused(caught.value) == ["videos.not-believed"]


@pytest.mark.demand("SOC-O7")
def test_nobody_is_believed_to_have_watched_in_two_windows_at_once(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken("video\n" + "\n" * 20)
    cinema.watching.watched(ana, video, (Stretch(0, 10_000),), took_ms=10_000)

    with pytest.raises(NotAllowed) as caught:
        cinema.watching.watched(ana, video, (Stretch(10_000, 20_000),), took_ms=10_000)
    cinema.road.school.clock.forward(seconds=10)
    cinema.watching.watched(ana, video, (Stretch(10_000, 20_000),), took_ms=10_000)
    cinema.watching.finish(ana, video)

    assert refused(caught.value) == ["videos.not-believed"]


@pytest.mark.demand("SOC-O7")
def test_many_tellings_that_took_no_time_are_not_believed(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken("video\n" + "\n" * 20)

    for at in range(0, 20_000, 250):
        with suppress(NotAllowed):
            cinema.watching.watched(ana, video, (Stretch(at, at + 250),), took_ms=0)

    (seen,) = cinema.kept(video).watched.values()
    assert sum(one.end_ms - one.start_ms for one in seen) < 10_000


@pytest.mark.demand("SOC-O7")
def test_what_one_person_watched_is_nobody_elses(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)
    cinema.watch("ana", video)

    with pytest.raises(NotAllowed):
        cinema.watching.finish(cinema.by("bo"), video)


def test_a_face_is_answered_before_anybody_is_done(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(ONE_FACE)
    cinema.watch("ana", video)
    (one,) = cinema.kept(video).faces

    with pytest.raises(NotAllowed) as caught:
        cinema.watching.finish(ana, video)
    cinema.answered("ana", video, one.face.id, CLEARED)
    cinema.watching.finish(ana, video)

    assert refused(caught.value) == ["videos.faces-open"]


def test_an_opted_out_child_leaves_the_video_out_until_who_said_so_takes_it_back(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(ONE_FACE)
    cinema.watch("ana", video)
    (one,) = cinema.kept(video).faces
    cinema.answered("bo", video, one.face.id, Choice(Decision.OPTED_OUT, StudentId("ann")))

    with pytest.raises(NotAllowed) as shown:
        cinema.watching.finish(cinema.by("ana"), video)
    with pytest.raises(NotAllowed) as others:
        cinema.answered("ana", video, one.face.id, CLEARED)
    cinema.answered("bo", video, one.face.id, CLEARED)
    cinema.watching.finish(cinema.by("ana"), video)

    assert refused(shown.value) == ["videos.shows-opted-out"]
    assert refused(others.value) == ["videos.not-your-answer"]


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (Choice(Decision.OPTED_OUT), "videos.child-missing"),
        (Choice(Decision.COVERED), "videos.not-your-role"),
    ],
)
def test_what_makes_no_sense_of_a_face_is_not_taken(tmp_path: Path, choice: Choice, reason: str) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(ONE_FACE)
    (one,) = cinema.kept(video).faces

    with pytest.raises(NotAllowed) as caught:
        cinema.answered("ana", video, one.face.id, choice)

    assert refused(caught.value) == [reason]


def test_the_open_video_is_the_callers_to_close(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    video = cinema.taken(QUIET)

    with cinema.watching.open(cinema.by("bo"), video) as projection:
        shown = projection.frames(most=9, longest_px=100, every_ms=0)

    assert ([frame.at_ms for frame in shown.frames], shown.ended) == ([0, 1000], True)
    assert cinema.videos.opened[-1].closed


def test_a_decoder_that_gives_up_in_the_sound_is_not_taken_for_one_that_heard_it(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken(QUIET)
    cinema.videos.hears = True
    whole = cinema.watching.sound(ana, video)

    cinema.videos.gives_up = 2
    with pytest.raises(VideoUnreadable) as unheard:
        cinema.watching.sound(ana, video)

    assert whole is not None
    assert whole.length_ms == 2_000
    assert unheard.value.happened.id == "videos.sound-unread"
