"""Faces of a video are answered for beside the children's portraits, once both were looked at."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import FaceId, MediaId, StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.domain.students import Student
from smadmin.domain.videos.video import VideoFace
from smadmin.ui.buttons import Button
from smadmin.ui.videos.faces_list import FacesList
from smadmin.ui.videos.model import video_model
from smadmin.ui.wording import Wording
from tests.unit.domain.videos.made import ANA, face, video
from tests.unit.ui.videos.test_model import CHILD, near_ann, view

ANN = replace(CHILD, portraits=(MediaId("a1"), MediaId("a2")))
GREY = Picture(8, 8, memoryview(bytes([90]) * 192))


class Shelf(QObject):
    """Gives the portraits that were put there."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.there: set[MediaId] = set()
        self.wrong: set[str] = set()

    def portrait_face(self, media: MediaId) -> QPixmap | None:
        pixmap = QPixmap(8, 8)
        pixmap.fill(0)
        return pixmap if media in self.there else None

    def wrong_with(self, kind: str, of: str) -> Message | None:
        return say("videos.broken") if of in self.wrong else None

    def bring(self, *media: str) -> None:
        self.there |= {MediaId(one) for one in media}
        self.arrived.emit(None)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def area(window: QWidget) -> QScrollArea:
    made = QScrollArea(window)
    made.setWidgetResizable(True)
    made.resize(400, 900)
    return made


@pytest.fixture
def faces(shelf: Shelf, words: Wording, area: QScrollArea, window: QWidget) -> FacesList:
    made = FacesList(words, shelf)  # type: ignore[arg-type] # what it asks of the screen's pictures
    area.setWidget(made)
    window.resize(420, 920)
    window.show()
    return made


def show(faces: FacesList, shown: tuple[VideoFace, ...], children: tuple[Student, ...] = (ANN,)) -> None:
    seen = replace(view(video(faces=shown)), beside=children)
    faces.show_model(video_model(seen, ANA, ()), children, later=0)


def came(faces: FacesList, *ids: str) -> None:
    faces.show_pictures([(FaceId(one), GREY) for one in ids])


def test_no_press_answers_before_faces_and_portraits_were_seen(
    faces: FacesList, shelf: Shelf, qtbot: QtBot
) -> None:
    show(faces, (face(0), face(1)))
    came(faces, "f0", "f1")
    qtbot.wait(700)
    before = faces.none.isEnabled()

    shelf.bring("a1")

    qtbot.waitUntil(faces.none.isEnabled, timeout=5_000)
    assert not before


def test_a_face_out_of_sight_is_not_answered_for(
    faces: FacesList, shelf: Shelf, area: QScrollArea, qtbot: QtBot
) -> None:
    shelf.bring("a1")
    area.resize(400, 300)
    show(faces, tuple(face(number) for number in range(3)))
    came(faces, *(f"f{number}" for number in range(3)))
    qtbot.wait(1_200)
    before = faces.none.isEnabled()

    for at in range(0, area.verticalScrollBar().maximum() + 180, 180):
        area.verticalScrollBar().setValue(at)
        qtbot.wait(200)

    qtbot.waitUntil(faces.none.isEnabled, timeout=5_000)
    assert not before


def test_a_likely_child_stands_beside_the_face_with_every_portrait(
    faces: FacesList, shelf: Shelf, qtbot: QtBot
) -> None:
    show(faces, (near_ann(face(0, FaceState.POSSIBLE)),))
    came(faces, "f0")
    (row,) = faces._doubts.views
    assert row.no is not None
    shelf.bring("a1")
    qtbot.wait(600)
    before = row.no.isEnabled()

    shelf.bring("a2")

    qtbot.waitUntil(row.no.isEnabled, timeout=5_000)
    assert not before
    assert len(row.beside.faces) == 2


def test_nobody_answers_for_what_cannot_be_shown(faces: FacesList, shelf: Shelf, qtbot: QtBot) -> None:
    shelf.wrong.add("a1")
    show(faces, (face(0), face(1), near_ann(face(2, FaceState.MATCH))))
    came(faces, "f0", "f2")
    shelf.bring("a2")
    qtbot.wait(600)

    (doubt,) = faces._doubts.views
    assert doubt.no is not None
    assert not doubt.no.isEnabled()
    assert not faces.none.isEnabled()
    assert [one.row.face for one in faces._page.views] == ["f0"]
    assert [one.row.face for one in faces._rest.views] == ["f1"]


def test_a_child_without_a_portrait_is_a_name_beside_the_face(faces: FacesList, qtbot: QtBot) -> None:
    show(faces, (face(0),), (replace(ANN, portraits=()),))
    came(faces, "f0")

    qtbot.waitUntil(faces.none.isEnabled, timeout=5_000)

    assert faces._beside is not None
    assert len(faces._beside.faces) == 1


def test_a_hundred_portraits_come_a_few_at_a_time(faces: FacesList, shelf: Shelf, qtbot: QtBot) -> None:
    shelf.bring("a1")
    children = tuple(replace(ANN, id=StudentId(f"x{number}")) for number in range(100))
    begun = time.thread_time()

    show(faces, (face(0),), children)
    at_once = time.thread_time() - begun
    beside = faces._beside
    assert beside is not None
    stood = len(beside.faces)
    came(faces, "f0")

    qtbot.waitUntil(lambda: len(beside.faces) == 100, timeout=10_000)
    assert stood < 20
    assert at_once < 0.1  # it took 0.18 s: nothing was painted and no key was taken meanwhile
    assert not faces.none.isEnabled()


def test_saying_who_it_is_takes_one_press_as_saying_who_it_is_not(
    faces: FacesList, shelf: Shelf, qtbot: QtBot
) -> None:
    show(faces, (near_ann(face(0, FaceState.POSSIBLE)),))
    (row,) = faces._doubts.views
    button = row.findChild(Button, f"it-is-{ANN.id}")
    assert button is not None

    with qtbot.waitSignal(faces.answered) as answered:
        button.click()

    assert answered.args == [(FaceId("f0"),), Choice(Decision.OPTED_OUT, ANN.id)]
