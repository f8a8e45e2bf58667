"""Taking a video in: what is kept, what is said, what is refused."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.videos.ports import VideoUnreadable
from smadmin.domain.videos.video import VideoSaid
from tests.cinema import QUIET, SAID, make_cinema


def test_the_clean_copy_is_kept_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    path = cinema.file(QUIET + "@\n")

    video = cinema.kept(cinema.taking.take_in(cinema.by("ana"), path).value)

    assert path.read_text("utf-8").endswith("@\n")
    assert video.sha256 == hashlib.sha256(b"video\n\n\n\n").hexdigest()
    assert video.original == hashlib.sha256(path.read_bytes()).hexdigest()
    assert video.facts.held == ("videos.held-place",)
    assert cinema.road.media.open(cinema.by("ana"), video.media) == b"video\n\n\n\n"


def test_nothing_is_kept_of_a_file_that_is_no_video(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    for path in (cinema.file("words"), tmp_path / "nowhere.mp4", tmp_path):
        with pytest.raises(VideoUnreadable):
            cinema.taking.take_in(cinema.by("ana"), path)

    assert not list((tmp_path / "media").glob("*"))


def test_who_may_not_change_photos_takes_no_video_in(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    with pytest.raises(NotAllowed):
        cinema.taking.take_in(cinema.by("bo"), cinema.file())

    assert not list((tmp_path / "media").glob("*"))  # its sealed copy went too


def test_what_is_said_is_tidied_and_told_to_the_record_once(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taking.take_in(cinema.by("ana"), cinema.file()).value
    said = replace(SAID, taken_by=" Ana Brooks ")

    changed = cinema.taking.tell(ana, video, said)
    again = cinema.taking.tell(ana, video, said)

    assert cinema.kept(video).said == SAID
    assert (bool(changed), bool(again)) == (True, False)


def test_captions_come_from_a_file_and_take_the_place_of_a_reason(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken()
    path = cinema.file("1\n00:00:00,000 --> 00:00:01,000\nHello\n", "fair.srt")

    captions = cinema.taking.captions(ana, video, path)
    cinema.taking.tell(ana, video, replace(SAID, captions=captions))

    assert cinema.kept(video).said.no_captions == ""
    assert (
        cinema.watching.view(ana, video).looks.captions == hashlib.sha256(captions.text.encode()).hexdigest()
    )


def test_a_video_under_a_post_stays_and_one_that_was_taken_off_goes(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana = cinema.by("ana")
    carried, loose = cinema.taken(), cinema.taken(name="other.mp4")
    cinema.see("ana", carried)
    cinema.submitted(carried)

    cinema.taking.remove(ana, carried)
    cinema.taking.remove(ana, loose)

    assert cinema.kept(carried).id == carried
    with cinema.road.school.desk.look(ana) as unit:
        assert [one.id for one in unit.videos.all()] == [carried]


def test_nothing_said_is_what_a_video_begins_with(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    video = cinema.taking.take_in(cinema.by("ana"), cinema.file()).value

    assert cinema.kept(video).said == VideoSaid()
