"""Faces of a video: each second and each scene goes through the engine; what shows is a list."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.ids import StudentId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState, FoundFace
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.videos.ports import Projection, Sampled, VideoUnreadable
from smadmin.imaging.videos import VideoWorkers
from smadmin.services.videos.faces import VideoFaces
from smadmin.services.videos.taking import TakingVideos
from tests import films
from tests.cinema import FakeProjection, FakeVideos, make_cinema
from tests.darkroom import make_darkroom
from tests.photo_fakes import FakePhotoWorkers
from tests.seeing import ANN, STRANGER, picture


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


def test_another_look_does_not_end_what_somebody_said_of_an_opted_out_child(tmp_path: Path) -> None:
    cinema = make_cinema(tmp_path)
    ana, video = cinema.by("ana"), cinema.taken("video\nZoe\n\nMax\n")
    (zoe, _) = cinema.kept(video).faces
    cinema.answered("bo", video, zoe.face.id, Choice(Decision.OPTED_OUT, StudentId("ann")))

    list(cinema.faces.run(ana, video))

    after = cinema.kept(video).faces
    assert [(one.at_ms, one.face.covered, one.face.decided_by) for one in after] == [
        (0, True, cinema.by("bo").person),
        (2000, False, None),
    ]


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


@pytest.mark.parametrize(("first", "last"), [(20, 30), (20, 110), (110, 120)])
def test_a_video_with_a_hole_in_the_middle_is_refused_and_never_made_shorter(
    tmp_path: Path, first: int, last: int
) -> None:
    cinema = make_cinema(tmp_path)
    ana = cinema.by("ana")
    desk, media, videos = cinema.road.school.desk, cinema.road.media, VideoWorkers()
    path = tmp_path / "torn.mp4"
    path.write_bytes(films.torn(films.film(12.0), first, last))
    video = TakingVideos(desk, media, videos).take_in(ana, path).value
    faces = VideoFaces(desk, media, videos, Blind(), mode=RosterMode.OPT_OUT, thresholds=Thresholds())

    with pytest.raises(VideoUnreadable) as caught:
        list(faces.run(ana, video))

    assert caught.value.happened.id == "videos.ends-early"
    kept = cinema.kept(video)
    assert (kept.sampled, kept.facts.length_ms) == (False, 12_000)


class Blind(FakePhotoWorkers):
    """Sees nobody, in whatever picture."""

    def find_as_it_stands(self, picture: Picture) -> tuple[FoundFace, ...]:
        return ()


class Pictures(FakeVideos):
    """Shows pictures, a second each."""

    def __init__(self, *pictures: Picture) -> None:
        super().__init__(FakePhotoWorkers())
        self._pictures = pictures

    def open(self, file: bytes) -> Projection:
        return _Shown(self._pictures)


class _Shown(FakeProjection):
    def __init__(self, pictures: tuple[Picture, ...]) -> None:
        super().__init__("video", FakePhotoWorkers())
        self._pictures = pictures

    def sample(self, *, longest_px: int, every_ms: int) -> Sampled:
        at = self._at
        self._at += 1
        ended = at >= len(self._pictures)
        shown = None if ended else self._pictures[at]
        return Sampled(shown, at * 1000, cut=True, ended=ended, end_ms=at * 1000, pictures=at)


def test_an_opted_out_child_is_told_and_nobody_is_compared_before_that_is_lawful(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    ana = room.by("ana")
    ann = room.children(by=ana)["ann"]
    videos = Pictures(picture((ANN, 100)), picture((STRANGER, 100)))
    taking = TakingVideos(room.school.desk, room.media, videos)
    path = tmp_path / "fair.mp4"
    path.write_text("video\n\n\n", "utf-8")
    video = taking.take_in(ana, path).value
    faces = VideoFaces(
        room.school.desk, room.media, videos, room.eyes, mode=RosterMode.OPT_OUT, thresholds=Thresholds()
    )

    def looked() -> list[tuple[FaceState, tuple[StudentId, ...]]]:
        list(faces.run(ana, video))
        with room.school.desk.look(ana) as unit:
            return [(one.face.hint, one.face.near) for one in unit.videos.get(video).faces]

    uncompared, patterns = looked(), room.eyes.described
    room.allow_matching([("ann", ann)])
    compared = looked()

    assert (uncompared, patterns) == ([(FaceState.FOUND, ()), (FaceState.FOUND, ())], 0)
    assert compared[0] == (FaceState.MATCH, (ann,))
    assert compared[1][0] is FaceState.FOUND  # Ben has no pattern: it says nothing of him
