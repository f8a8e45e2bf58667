"""Taking a list over in the window: a file, its columns, what is asked, stopping, the report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.students import OptOut, Student
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import BannerModel
from smadmin.ui.enrolling.page import ImportPage
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat

HEAD = "Student_Number,First_Name,Last_Name,Home_Room,Opt Out\n"


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


def dropped(screen: StudentsScreen, seat: Seat, tmp_path: Path, text: str) -> ImportPage:
    """Drop a list on the screen and wait until it is compared."""
    path = tmp_path / "export.csv"
    path.write_text(text, "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    screen.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, no_keys))
    seat.settle()
    return screen.taking.list


def child(seat: Seat, name: str) -> Student:
    roster = seat.office.students.roster(seat.around.by)
    return next(one for one in roster.students if one.name == name)


def press_main(page: ImportPage, seat: Seat) -> None:
    assert page.header.main is not None
    assert page.header.main.isEnabled(), page.header.missing
    page.header.mainChosen.emit()
    seat.settle()


def test_a_dropped_list_is_shown_and_taken_over(screen: StudentsScreen, seat: Seat, tmp_path: Path) -> None:
    page = dropped(screen, seat, tmp_path, HEAD + "900,Nell,Newcomer,3a,photos\n901,,Nameless,3a,\n")

    assert page.preview.counts.said == (
        "One student is new.",
        "One row can't be taken.",
        "One of the new families said no to something.",
    )
    assert [row.note for row in page.preview.refused.list.rows] == ["The first or the last name is missing."]

    press_main(page, seat)

    assert child(seat, "Nell Newcomer").opt_outs == {OptOut.PHOTOS}
    assert page.report.isVisible()
    assert page.report.done.said[0] == "One student was taken over; the list is checked as of today."
    press_main(page, seat)
    assert screen.side.isVisible()
    assert "Nell Newcomer" in [row.title for row in screen.side.list.rows]


def test_an_opt_out_the_list_lacks_stays_unless_it_is_ticked(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    before = next(one for one in seat.office.students.roster(seat.around.by).opted_out)
    row = f"{before.number},{before.first_name},{before.last_name},4b,\n"

    page = dropped(screen, seat, tmp_path, HEAD + row)
    assert page.preview.weaker.isVisible()
    press_main(page, seat)
    assert child(seat, before.name).opt_outs == before.opt_outs

    page = dropped(screen, seat, tmp_path, HEAD + row)
    page.preview.weaker.all_button.click()
    press_main(page, seat)
    assert child(seat, before.name).opt_outs == set()


def test_letting_an_opt_out_go_asks_for_the_passphrase(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    before = next(one for one in seat.office.students.roster(seat.around.by).opted_out)
    page = dropped(screen, seat, tmp_path, HEAD + f"{before.number},Renamed,{before.last_name},4b,\n")
    page.preview.weaker.all_button.click()
    seat.doors.gives_passphrase = False

    press_main(page, seat)

    assert child(seat, before.name).opt_outs == before.opt_outs  # under the old name: nothing was taken


def test_a_column_is_given_a_meaning_and_compared_anew(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    page = dropped(screen, seat, tmp_path, "Nr,Vorname,Last name\n900,Nell,Newcomer\n")
    assert page.header.missing == "Say which columns hold the first and the last name, or the whole name."

    box = page.columns.boxes[1]
    box.setCurrentIndex(box.findData(Meaning.FIRST_NAME.value))
    seat.settle()

    assert page.header.missing == ""
    assert page.preview.counts.said[0] == "One student is new."


def test_a_file_that_is_no_list_says_so_and_another_can_be_chosen(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    asked: list[BannerModel] = []
    screen.bannerAsked.connect(asked.append)

    page = dropped(screen, seat, tmp_path, "")

    assert page.choosing.isVisible()
    assert asked[0].happened.id == "enrolling.broken"


def test_the_whole_school_marks_who_is_missing_as_left(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    both = "900,Nell,Newcomer,3a,photos\n901,Otto,Other,3a,\n"
    press_main(dropped(screen, seat, tmp_path, HEAD + both), seat)

    page = dropped(screen, seat, tmp_path, HEAD + "901,Otto,Other,3a,\n")
    assert page.preview.whole.isVisible()
    assert page.preview.minimumSizeHint().width() < 30 * page.preview.fontMetrics().height()
    page.preview.whole.setChecked(True)
    press_main(page, seat)

    gone = child(seat, "Nell Newcomer")
    assert gone.left_on == seat.today
    assert gone.opt_outs == {OptOut.PHOTOS}


def test_stopping_takes_nothing_and_shows_the_list_again(
    screen: StudentsScreen, seat: Seat, tmp_path: Path
) -> None:
    many = "".join(f"{number},Nell{number},Newcomer,3a,\n" for number in range(1000, 1400))
    page = dropped(screen, seat, tmp_path, HEAD + many)
    before = len(seat.office.students.roster(seat.around.by).students)

    page.header.mainChosen.emit()
    page.running.stop_button.click()
    seat.settle()

    assert page.sides.isVisible()
    assert len(seat.office.students.roster(seat.around.by).students) == before


def test_going_back_shows_the_children(screen: StudentsScreen, seat: Seat, tmp_path: Path) -> None:
    page = dropped(screen, seat, tmp_path, HEAD + "900,Nell,Newcomer,3a,photos\n")

    page.stop()
    seat.settle()

    assert not page.isVisible()
    assert screen.header.isVisible()
