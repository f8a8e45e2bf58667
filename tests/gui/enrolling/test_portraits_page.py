"""Taking portraits over in the window: a ZIP of them, whose they are, the report, and the way there."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from smadmin import resources
from smadmin.domain.photos.portraits import Flaw
from smadmin.domain.students import Student
from smadmin.services.students.portrait_imports import Flawed, PortraitStep
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel
from smadmin.ui.enrolling.model import flawed_rows, portrait_report
from smadmin.ui.enrolling.portraits import PortraitsPage
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat
from tests.unit.importing.spreadsheets.lists import archive


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as made:
        yield made
        made.office.end_workers()


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> StudentsScreen:
    made = StudentsScreen(seat.around)
    seat.show(made, window)
    return made


def child(seat: Seat, name: str) -> Student:
    return next(one for one in seat.office.students.roster(seat.around.by).students if one.name == name)


def dropped(screen: StudentsScreen, seat: Seat, path: Path) -> PortraitsPage:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    screen.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, no_keys))
    seat.settle()
    return screen.taking.portraits


def test_a_dropped_zip_of_portraits_is_looked_at_and_taken_over(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    before = child(seat, "Finn Gallagher")
    drawn = sorted(resources.find("sample/portraits/finn-gallagher").glob("*.jpg"))[0].read_bytes()
    other = sorted(resources.find("sample/portraits/marcus-bell").glob("*.jpg"))[0].read_bytes()
    path = tmp_path / "portraits.zip"
    files = {"Gallagher_Finn.jpg": other, "Marcus Bell.jpg": b"no picture", "DSC_1.jpg": drawn}
    path.write_bytes(archive(files))

    page = dropped(screen, seat, path)
    assert page.would.said[0] == "2 pictures belong to students on the list."
    assert [row.title for row in page.unplaced.list.rows] == ["DSC_1.jpg"]
    page.header.mainChosen.emit()
    seat.settle()

    assert len(child(seat, "Finn Gallagher").portraits) == len(before.portraits) + 1
    assert page.report.done.said[0] == "One portrait was added."
    assert [row.title for row in page.report.refused.list.rows] == ["Marcus Bell.jpg", "DSC_1.jpg"]
    page.header.mainChosen.emit()
    seat.settle()
    assert screen.header.isVisible()


def test_the_face_patterns_are_made_before_the_report_comes(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    drawn = sorted(resources.find("sample/portraits/marcus-bell").glob("*.jpg"))[0].read_bytes()
    path = tmp_path / "portraits.zip"
    path.write_bytes(archive({"S-4100.jpg": drawn}))

    page = dropped(screen, seat, path)
    page.header.mainChosen.emit()
    seat.settle()

    lena, by = child(seat, "Lena Novak"), seat.around.by
    with seat.office.desk.look(by) as unit:
        described = {template.portrait for template in unit.templates.all()}
    assert page.report.isVisible()
    assert page.report.done.said[0] == "One portrait was added."
    assert described >= set(lena.portraits)
    assert len(lena.portraits) == 3


def test_the_report_tells_what_was_added_and_isnt_good_and_is_saved_on_demand(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    page = screen.taking.portraits
    said: list[BannerModel] = []
    screen.bannerAsked.connect(said.append)
    flawed = Flawed("=7.jpg", (Flaw.DARK, Flaw.TURNED))
    lines = portrait_report(PortraitStep(2, 2, kept=2), unusable=0, unplaced=0, flawed=[flawed])

    page.show_report(lines, (), flawed_rows([flawed]))
    page.report.save.click()
    dialog = screen.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "report.csv"))
    dialog.reject()
    seat.settle()

    assert page.report.done.said == ("2 portraits were added.", "One is turned away.", "One is too dark.")
    assert [row.title for row in page.report.taken.list.rows] == ["=7.jpg", "=7.jpg"]
    assert page.report.refused.isHidden()
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[:3] == [[one] for one in page.report.done.said]
    assert rows[-2:] == [["", "'=7.jpg", "Too dark"], ["", "'=7.jpg", "Turned away"]]
    assert said[-1].happened.id == "enrollui.report-saved"


def test_a_folder_without_pictures_says_so(screen: StudentsScreen, seat: Seat, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    page = dropped(screen, seat, folder)

    assert page.choosing.isVisible()


def test_the_list_and_the_portraits_lead_to_one_another(screen: StudentsScreen, seat: Seat) -> None:
    screen.header.import_button.click()
    assert screen.taking.list.isVisible()
    assert screen.taking.list.to_other is not None

    screen.taking.list.to_other.click()

    assert screen.taking.portraits.isVisible()
    assert not screen.taking.list.isVisible()
    screen.taking.portraits.stop()
    seat.settle()
    assert screen.side.isVisible()
