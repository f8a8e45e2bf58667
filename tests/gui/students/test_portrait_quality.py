"""The portraits of a child say how good they are, and children who look alike are said to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import MediaId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Clarity
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.students import Student
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat
from tests.seeing import Eyes

BLURRED = FoundFace(Box(0, 0, 200, 200), 0.9, clarity=Clarity(0.1, 0.1, 120))


class Misty(Eyes):
    """Eyes to which every portrait is one blurred face."""

    def decode(self, untrusted_file: bytes) -> Picture:
        return Picture(2, 2, bytes(12))

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        return (BLURRED,)

    def rest(self) -> None:
        """Have nobody idle."""

    def close(self) -> None:
        """Have nothing to end."""


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as made:
        made.office.workers = Misty()  # type: ignore[assignment]  # a cached property: made beforehand
        yield made


def with_portraits(seat: Seat) -> tuple[Student, Student]:
    found = [one for one in seat.office.students.roster(seat.around.by).students if len(one.portraits) > 1]
    return found[0], found[1]


def said(widget: QWidget) -> str:
    return " | ".join(label.whole_text for label in widget.findChildren(PlainLabel) if label.isVisible())


def reread(seat: Seat, screen: StudentsScreen, student: Student) -> None:
    screen.load()
    seat.settle()
    screen.open_subject(student.id)
    seat.settle()


def note(seat: Seat, portraits: Sequence[MediaId], faces: Sequence[FoundFace]) -> None:
    for portrait in portraits:
        seat.office.portraits.quality.note(portrait, faces)


def test_a_flaw_stands_at_its_portrait_in_plain_words(seat: Seat, screen: StudentsScreen) -> None:
    child, _ = with_portraits(seat)
    note(seat, child.portraits[:1], [BLURRED])
    note(seat, child.portraits[1:], [FoundFace(Box(0, 0, 200, 200), 0.9)])

    reread(seat, screen, child)

    assert "Too blurred" in said(screen.panels.child.portraits)
    assert "Clear" in said(screen.panels.child.portraits)
    assert not screen.panels.child.portraits.check_button.isVisible()


def test_portraits_from_before_are_checked_by_one_button(seat: Seat, screen: StudentsScreen) -> None:
    child, _ = with_portraits(seat)
    reread(seat, screen, child)
    card = screen.panels.child.portraits
    assert "Too blurred" not in said(card)

    card.check_button.click()
    seat.qtbot.waitUntil(lambda: "Too blurred" in said(card))

    assert not card.check_button.isVisible()


def test_the_same_portrait_under_two_names_is_said_above_the_list_and_at_both(
    seat: Seat, screen: StudentsScreen, tmp_path: Path
) -> None:
    one, other = with_portraits(seat)
    file = tmp_path / "face.jpg"
    file.write_bytes(b"any")
    for child in (one, other):
        seat.office.portraits.add(seat.around.by, child.id, file)

    reread(seat, screen, other)

    assert "have the very same portrait" in said(screen.side)
    assert "have the very same portrait" in said(screen.panels.child.portraits)
