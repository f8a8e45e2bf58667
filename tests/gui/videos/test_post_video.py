"""A video under a post: dropped on Compose, watched, answered, said; watched again in Approvals."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.ids import VideoId
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.review import Decision
from smadmin.domain.videos.viewing import Stretch
from smadmin.services.office import Office
from smadmin.services.videos.faces import VideoFaces
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.videos.attaching import PostVideo
from smadmin.ui.videos.dialog import VideoDialog
from tests.cinema import SAID, FakeVideos
from tests.gui.seated import Seat
from tests.photo_fakes import FakePhotoWorkers

FILM = "video\nZoe\nZoe Max\n"


@pytest.fixture
def seat_with_eyes(seat: Seat) -> Seat:
    """Let a seat's office see fake videos."""
    return with_eyes(seat)


def with_eyes(seat: Seat) -> Seat:
    eyes = FakePhotoWorkers()
    for made in ("video_taking", "video_watching"):  # signing in has made one of them already
        vars(seat.office).pop(made, None)
    vars(seat.office)["video_workers"] = FakeVideos(eyes)
    vars(seat.office)["video_faces"] = faces_of(seat.office, eyes)
    return seat


def faces_of(office: Office, eyes: FakePhotoWorkers) -> VideoFaces:
    return VideoFaces(
        office.desk,
        office.media,
        office.video_workers,
        eyes,
        mode=office.pack.roster_mode,
        thresholds=Thresholds(),
    )


def watch(office: Office, video: VideoId, by: Actor) -> None:
    office.video_watching.watched(by, video, (Stretch(0, 2_000),), took_ms=2_000)


def seen(office: Office, video: VideoId, by: Actor) -> None:
    """Let somebody watch a video, answer for its faces and say that they saw all of it."""
    watch(office, video, by)
    faces = [one.face.id for one in office.video_watching.view(by, video).video.faces]
    office.video_watching.answer(by, video, faces, Choice(Decision.CLEARED))
    office.video_watching.finish(by, video)


def opened(seat: Seat, video: PostVideo) -> VideoDialog:
    """Wait until the dialog is open and has looked for faces."""

    def ready() -> bool:
        dialog = video.dialog
        return dialog is not None and dialog._view is not None and dialog._view.video.sampled

    seat.qtbot.waitUntil(ready, timeout=10_000)
    seat.settle()
    assert video.dialog is not None
    return video.dialog


@pytest.mark.demand("SOC-O7")
def test_a_dropped_video_is_watched_answered_and_said_before_it_counts_as_seen(
    seat_with_eyes: Seat, window: QWidget, tmp_path: Path
) -> None:
    seat, path = seat_with_eyes, tmp_path / "fair.mp4"
    path.write_text(FILM, "utf-8")
    seat.by("maya-ortega")
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)

    screen.writing.filesDropped.emit([str(path)])
    dialog = opened(seat, screen.video)
    before = dialog.done_button.isEnabled()
    watch(seat.office, VideoId(screen.write.content.video or ""), seat.around.by)
    assert dialog.side is not None
    assert dialog.side.form is not None
    dialog.side.form.show_said(SAID)
    dialog._tell()
    seat.settle()
    dialog.resize(1100, 3000)  # all portraits are in sight
    asked_at_once = dialog.side.faces.none.isEnabled()
    seat.qtbot.waitUntil(dialog.side.faces.none.isEnabled, timeout=20_000)
    dialog.side.faces.none.click()
    seat.settle()
    dialog.done_button.click()
    seat.settle()

    assert not before
    assert not asked_at_once  # nobody can have looked at faces and portraits yet
    assert not dialog.done_button.isEnabled()  # she said so
    assert screen.writing.video.state.word == "One more person sees it"
    assert not screen.writing.video.add.isEnabled()
    dialog.reject()
    taken = screen.write.content.video
    screen.writing.video.remove.click()
    assert screen.write.content.video is None
    assert screen.writing.video.isHidden()
    (off,) = [one for one in screen.banners.models if one.happened.id == "compose.video-off"]
    screen.banners.actionChosen.emit(off)
    seat.settle()
    assert screen.write.content.video == taken, "with all that was answered about it"
    assert not screen.writing.video.isHidden()
    screen.settle()
    seat.settle()


@pytest.mark.parametrize("name", ["fair.mp4", "fair.MKV"])
def test_a_file_that_is_no_video_is_a_banner_and_nothing_stays(
    seat_with_eyes: Seat, window: QWidget, tmp_path: Path, name: str
) -> None:
    seat, path = seat_with_eyes, tmp_path / name
    path.write_text("no film", "utf-8")
    seat.by("maya-ortega")
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)

    screen.writing.filesDropped.emit([str(path), "photo.jpg"])
    seat.settle()

    assert screen.video.dialog is None
    assert screen.writing.video.isHidden()
    assert screen.banners.isVisible()
    assert seat.doors.opened[-1][0] == "photos"  # the photo went its own way


@pytest.mark.parametrize(
    ("hears", "said"),
    [(False, "Pictures only: the part that plays sound isn't installed"), (True, "No loudspeaker was found")],
)
def test_whoever_hears_nothing_is_told_why(
    seat_with_eyes: Seat,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    hears: bool,
    said: str,
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    seat, path = seat_with_eyes, tmp_path / "fair.mp4"
    path.write_text("video\n\n", "utf-8")
    vars(seat.office)["video_workers"].hears = hears
    seat.by("maya-ortega")
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)

    screen.writing.filesDropped.emit([str(path)])
    dialog = opened(seat, screen.video)

    assert dialog.unheard.whole_text.startswith(said)
    assert not dialog.unheard.isHidden()
    assert dialog.player.sound.isHidden()
    dialog.reject()
    assert vars(seat.office)["video_workers"].hushed  # nobody waits for a sound behind a closed dialog
    screen.settle()
    seat.settle()


@pytest.mark.demand("SOC-O7")
def test_the_second_person_watches_in_approvals_and_changes_nothing(
    seat_with_eyes: Seat, window: QWidget, tmp_path: Path
) -> None:
    seat, path = seat_with_eyes, tmp_path / "fair.mp4"
    path.write_text(FILM, "utf-8")
    maya, office = seat.by("maya-ortega"), seat.office
    video = office.video_taking.take_in(maya, path).value
    draft = office.posts.create(maya, (seat.accounts()["x"].id,), text="The fair").value
    office.posts.save(maya, draft, replace(draft.content, video=video))
    office.video_taking.tell(maya, video, SAID)
    list(office.video_faces.run(maya, video))
    seen(office, video, maya)
    office.posts.submit(maya, draft.id)
    seat.by("daniel-reyes")
    screen = ApprovalsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(draft.id)
    seat.settle()

    screen.detail.video.watch.click()
    dialog = opened(seat, screen._stage.video)

    assert not screen.detail.video.isHidden()
    assert screen.detail.video.remove.isHidden()
    assert dialog.side is not None
    assert dialog.side.form is None
    watch(office, video, seat.around.by)
    dialog._load()
    seat.settle()
    dialog.done_button.click()
    seat.settle()
    dialog.reject()
    seat.settle()
    assert screen.detail.video.state.word == "Seen by 2"
