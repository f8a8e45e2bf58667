"""Faces of a video: each second and each scene goes through the engine; what shows is a list."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.photos.faces import FaceState
from smadmin.domain.videos.ports import VideoUnreadable
from tests.cinema import make_cinema


def test_who_shows_for_a_while_stands_once_with_the_time(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    video = cinema.kept(cinema.taken("video\nZoe\nZoe\n\nZoe Max\nMax\n"))

    assert video.sampled
    assert video.facts.length_ms == 5000
    assert [(one.at_ms, one.until_ms) for one in video.faces] == [(0, 1000), (3000, 4000), (3000, 3000)]
    assert {one.face.hint for one in video.faces} == {FaceState.FOUND}  # nothing was compared


def test_a_change_of_scene_makes_another_face(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    video = cinema.kept(cinema.taken("video\nZoe #\nMax\n"))

    assert len(video.faces) == 2


def test_progress_is_told_and_stopping_keeps_nothing(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana = cinema.by("ana")
    video = cinema.taking.take_in(ana, cinema.file("video\nZoe\nZoe\nZoe\n")).value

    job = cinema.faces.run(ana, video)
    first, second = next(job), next(job)
    job.close()

    assert (first.done, second.done, second.total) == (0, 1000, 3000)
    assert not cinema.kept(video).sampled
    assert cinema.videos.opened[-1].closed


def test_each_face_of_the_list_has_its_picture(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken("video\nZoe Max\n\n")

    pictures = dict(cinema.faces.pictures(ana, video, longest_px=64))

    assert list(pictures) == [one.face.id for one in cinema.kept(video).faces]
    assert all(max(one.width, one.height) <= 64 for one in pictures.values())


def test_a_video_in_which_nobody_shows_has_no_pictures(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)

    assert list(cinema.faces.pictures(cinema.by("ana"), cinema.taken(), longest_px=64)) == []


def test_a_video_that_ends_before_its_pictures_do_is_not_looked_through(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana = cinema.by("ana")
    video = cinema.taking.take_in(ana, cinema.file("video\nZoe\nZoe\n")).value
    with cinema.road.school.desk.deed(ana) as deed:
        kept = deed.unit.videos.get(video)
        deed.unit.videos.change(replace(kept, facts=replace(kept.facts, pictures=60)))

    with pytest.raises(VideoUnreadable) as caught:
        list(cinema.faces.run(ana, video))

    assert caught.value.happened.id == "videos.hides"
    assert not cinema.kept(video).sampled
