"""A second look by file at the screen: sent by one person, answered by another, taken in by the first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from smadmin.domain.photos.boxes import Box
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.reviewer import ReviewerDialog
from smadmin.ui.photos.screen import LOOK
from smadmin.ui.theme import State
from tests.gui.photos.conftest import Studio


class Bag:
    """Where files are carried: it says where each is put, or which one is opened."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio, self.folder = studio, folder
        self.names: list[str] = []
        studio.screen.mailing.choose = self.choose

    def choose(self, name: str, mode: QFileDialog.AcceptMode, then: Callable[[Path], None]) -> None:
        self.names.append(name)
        then(self.folder / name if mode is QFileDialog.AcceptMode.AcceptSave else self.newest)

    @property
    def newest(self) -> Path:
        return max(self.folder.glob("*.smlook"), key=lambda file: file.stat().st_mtime_ns)

    def written(self, files: int) -> None:
        """Wait until so many files lie there."""
        self.studio.until(lambda: len(list(self.folder.glob("*.smlook"))) == files)
        self.studio.sitting.settle()

    def drop(self) -> None:
        """Drop the newest file on the screen."""
        offered = QMimeData()
        offered.setUrls([QUrl.fromLocalFile(str(self.newest))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self.studio.screen.dropEvent(QDropEvent(QPointF(5, 5), copy, offered, left, none))
        self.studio.sitting.settle()
        self.studio.sitting.settle()


@pytest.fixture
def bag(studio: Studio, tmp_path: Path) -> Bag:
    folder = tmp_path / "bag"
    folder.mkdir()
    return Bag(studio, folder)


def send(studio: Studio, bag: Bag) -> None:
    """Take the first look and send the photos to the first person that is offered."""
    studio.take_in()
    studio.look_at_all()
    studio.screen.show_folders()
    studio.sitting.settle()
    studio.screen.open_set(studio.office.review.sets(studio.sitting.actor)[0].id)
    studio.until(lambda: studio.screen.current is studio.screen.sheet)
    studio.sitting.settle()
    studio.screen.mailing.button.click()
    studio.until(lambda: studio.screen.findChild(ReviewerDialog) is not None)
    dialog = studio.screen.findChild(ReviewerDialog)
    assert isinstance(dialog, ReviewerDialog)
    names = [dialog.person.itemText(place) for place in range(dialog.person.count())]
    dialog.person.setCurrentIndex(names.index("Daniel Reyes"))
    dialog._choose()
    bag.written(1)
    studio.screen.activateWindow()
    studio.until(studio.screen.isActiveWindow)


def sit_down(studio: Studio, who: str) -> None:
    studio.sitting.take_the_seat(who)
    studio.screen.show_folders()
    studio.sitting.settle()


def visit(studio: Studio) -> None:
    """Let the other person sit down and open the file."""
    sit_down(studio, "daniel-reyes")
    studio.screen.open_subject(LOOK)
    studio.until(lambda: studio.screen.current is studio.screen.mailing.page)
    studio.until(lambda: may_go_on(studio))


def may_go_on(studio: Studio) -> bool:
    main = studio.screen.mailing.page.header.main
    return main is not None and main.isEnabled()


def test_photos_go_to_another_person_and_come_back_as_their_second_look(studio: Studio, bag: Bag) -> None:
    send(studio, bag)
    assert studio.banners[-1].happened.id == "away.sent"
    visit(studio)
    page = studio.screen.mailing.page

    assert page.header.title.whole_text.endswith("Maya Ortega")
    assert page.panel.children_list.children_shown
    assert "name tags" in page.panel.wrong.looked_for.text()
    assert page.panel.wrong.leave_out.isHidden()
    assert "don't sign" in page.panel.wrong.elsewhere.text()
    studio.type("  ")
    assert page.photo is None
    studio.type(" ")
    bag.written(2)
    assert studio.banners[-1].happened.id == "away.answer-written"
    assert studio.page() is studio.screen.folders
    assert page.visit is None

    sit_down(studio, "maya-ortega")
    bag.drop()

    assert studio.banners[-1].happened.id == "away.taken"
    assert studio.banners[-1].state is State.FINE
    assert [photo.second is not None for photo in studio.photos] == [True, True]
    assert bag.names[0].startswith("second-look-20")
    assert bag.names[-1].startswith("second-look-answer-20")


def test_what_the_other_person_covers_is_painted_over_and_can_be_taken_back(studio: Studio, bag: Bag) -> None:
    send(studio, bag)
    visit(studio)
    page = studio.screen.mailing.page

    page.cover_more(Box(10, 10, 60, 60))
    covered = [mark for mark in page.canvas._marks if mark.cover is not None]
    assert len(covered) == 1
    assert page.anew.isVisible()

    page.anew.click()
    assert [mark for mark in page.canvas._marks if mark.cover is not None] == []


def test_leaving_asks_once_something_was_said(studio: Studio, bag: Bag) -> None:
    send(studio, bag)
    visit(studio)

    studio.type("<")
    assert studio.page() is studio.screen.folders

    studio.screen.open_subject(LOOK)
    studio.until(lambda: studio.screen.current is studio.screen.mailing.page)
    studio.until(lambda: may_go_on(studio))
    studio.type(" ")
    studio.screen.mailing.page._escape()
    dialog = studio.screen.findChild(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    assert studio.page() is studio.screen.mailing.page
    dialog.do_button.click()
    assert studio.page() is studio.screen.folders


def test_a_file_for_somebody_else_is_said_in_a_sentence(studio: Studio, bag: Bag) -> None:
    send(studio, bag)

    bag.drop()

    assert studio.banners[-1].happened.id == "away.not-for-you"
    assert studio.page() is studio.screen.sheet


def test_nothing_is_offered_to_send_before_the_first_look(studio: Studio) -> None:
    studio.take_in()
    assert studio.screen.mailing.button.isHidden()

    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    assert studio.screen.mailing.button.isHidden()
    assert studio.step() is Step.DECIDE


def test_the_place_of_a_file_is_asked_for_in_the_computers_own_dialog(studio: Studio, tmp_path: Path) -> None:
    got: list[Path] = []
    mailing, file = studio.screen.mailing, tmp_path / "look.smlook"
    file.write_bytes(b"")

    mailing._ask_where("look.smlook", QFileDialog.AcceptMode.AcceptSave, got.append)
    saving = studio.screen.findChild(QFileDialog)
    assert isinstance(saving, QFileDialog)
    assert saving.defaultSuffix() == "smlook"
    saving.fileSelected.emit(str(file))
    saving.reject()
    studio.until(lambda: studio.screen.findChild(QFileDialog) is None)
    mailing.choose_file()
    opening = studio.screen.findChild(QFileDialog)
    assert isinstance(opening, QFileDialog)
    assert opening.acceptMode() is QFileDialog.AcceptMode.AcceptOpen
    opening.fileSelected.emit(str(file))
    opening.reject()
    studio.until(lambda: studio.banners)

    assert got == [file]
    assert studio.banners[-1].happened.id == "away.not-for-you"  # an empty file is nobody's
