"""The principal types names, signs, prints the slips, and later gives another code or strikes a name."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin.services.reviewer_lines import Standing
from smadmin.services.reviewers import Prepared
from smadmin.services.seats import Seat
from smadmin.ui.appearance import Appearance
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.labels import PlainLabel
from smadmin.ui.reviewers.model import Row
from smadmin.ui.reviewers.paper import Slip, draw_pdf
from smadmin.ui.reviewers.screen import ReviewersScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting
from tests.sample import CHEAP


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    made = Sitting(qtbot, tmp_path / "store", words, "ellen-whitcomb")
    reviewers = made.office.reviewers
    made.office.__dict__["reviewers"] = reviewers
    reviewers.prepare = partial(reviewers.prepare, costs=CHEAP)  # type: ignore[method-assign]  # the real ones take a second
    yield made
    made.close()


def signed(sitting: Sitting, qtbot: QtBot, names: str = "Robin Vega\nOsei, Kim") -> ReviewersScreen:
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)
    screen.form.names.setPlainText(names)
    screen.main.click()
    qtbot.waitUntil(lambda: bool(screen.slips.codes), timeout=20_000)
    sitting.settle()
    return screen


def rows_of(screen: ReviewersScreen) -> tuple[Row, ...]:
    assert screen._model is not None
    return screen._model.lists[0].rows


def shown(screen: ReviewersScreen, codes: tuple[str, ...]) -> bool:
    """Tell whether a code stands anywhere on the screen, or in a label that is about to go."""
    labels = {label.text() for label in screen.findChildren(PlainLabel)}
    return bool(screen.slips.codes) or bool(labels & set(codes))


def test_names_are_signed_and_their_codes_shown_until_they_are_put_away(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = signed(sitting, qtbot)

    assert len(screen.slips.codes) == 2
    assert [row.line.name for row in rows_of(screen)] == ["Kim Osei", "Robin Vega"]
    assert sitting.doors.passphrases == 1
    page = tmp_path / "codes.pdf"
    screen._keep_page(page, draw_pdf(screen.slips._slips))
    qtbot.waitUntil(page.exists, timeout=10_000)
    codes = screen.slips.codes
    screen.settle()
    assert not shown(screen, codes)


def test_pasted_names_are_signed_by_the_press_that_follows_at_once(sitting: Sitting, qtbot: QtBot) -> None:
    screen = signed(sitting, qtbot, "Robin Vega")
    qtbot.waitUntil(lambda: not screen.main.settling)
    QTest.mouseClick(screen.main, Qt.MouseButton.LeftButton)  # add names
    qtbot.waitUntil(lambda: screen.form.isVisible() and not screen.main.settling)

    screen.form.names.setPlainText("Kim Osei")
    QTest.mouseClick(screen.main, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(screen.slips.codes) == 1, timeout=20_000)
    sitting.settle()
    assert screen._model is not None
    assert {one.rows[0].line.name for one in screen._model.lists} == {"Kim Osei", "Robin Vega"}


def test_a_list_is_signed_once_whatever_is_read_anew_meanwhile(sitting: Sitting, qtbot: QtBot) -> None:
    screen, prepare, go_on = ReviewersScreen(sitting.around), sitting.office.reviewers.prepare, Event()

    def slowly(*given: Any, **further: Any) -> Prepared:
        go_on.wait(20)
        return prepare(*given, **further)

    sitting.office.reviewers.prepare = slowly  # type: ignore[method-assign]  # a slow computer
    sitting.show(screen)
    screen.form.names.setPlainText("Robin Vega")
    screen.main.click()
    screen.load()
    sitting.settle()
    free = screen.main.isEnabled()
    go_on.set()

    qtbot.waitUntil(lambda: bool(screen.slips.codes), timeout=20_000)
    sitting.settle()
    assert not free
    assert screen.main.isEnabled()


def test_what_is_wrong_with_a_name_stands_below_the_names(sitting: Sitting, qtbot: QtBot) -> None:
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)
    assert not screen.main.isEnabled()

    screen.form.names.setPlainText("Robin\nMaya Ortega")
    screen.main.click()

    qtbot.waitUntil(lambda: "Robin" in screen.form.name_field.error, timeout=10_000)
    assert "Maya Ortega" in screen.form.name_field.error
    assert screen.form.isEnabled()


def test_a_list_from_a_file_adds_its_names_once(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "staff.csv"
    file.write_text("Last name,First name\nVega,Robin\nOsei,Kim\n", "utf-8")
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)
    screen.form.names.setPlainText("robin vega")

    screen.form.fileChosen.emit(str(file))

    qtbot.waitUntil(lambda: screen.form.typed == ("robin vega", "Kim Osei"), timeout=20_000)


def test_another_code_is_shown_and_a_struck_name_says_so(sitting: Sitting, qtbot: QtBot) -> None:
    screen = signed(sitting, qtbot, "Robin Vega")
    first, line = screen.slips.codes, rows_of(screen)[0].line

    screen.lists[0].buttons[line.place][0].click()
    qtbot.waitUntil(lambda: bool(screen.slips.codes) and screen.slips.codes != first, timeout=20_000)
    sitting.settle()
    screen.lists[0].buttons[line.place][1].click()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ConfirmDialog))
    dialog.do_button.click()
    sitting.settle()

    assert rows_of(screen)[0].line.standing is Standing.STRUCK


def test_without_a_keyring_the_principal_reads_that_pins_are_off(sitting: Sitting) -> None:
    sitting.office.seat = Seat(None)
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)

    assert screen.off.isVisible()


def test_an_administrator_only_reads(sitting: Sitting) -> None:
    sitting.take_the_seat("maya-ortega")
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)

    assert not screen.main.isVisible()
    assert screen.empty.isVisible()


def test_slips_fill_as_many_pages_as_they_need() -> None:
    slips = [Slip("Lincoln", f"Robin {n}", "ABCDE-FGHJK", "How.") for n in range(6)]

    assert draw_pdf(slips).count(b"/Type /Page\n") == 2


def test_codes_that_are_on_no_paper_are_put_away_only_once_that_was_said(
    sitting: Sitting, qtbot: QtBot
) -> None:
    screen = signed(sitting, qtbot)

    screen.slips.away.click()

    dialog = screen.slips.findChild(ConfirmDialog)
    assert dialog is not None
    assert len(screen.slips.codes) == 2
    dialog.do_button.click()
    sitting.settle()
    assert not screen.slips.codes


def test_who_needs_no_place_is_left_out_with_one_press(sitting: Sitting, qtbot: QtBot) -> None:
    screen = ReviewersScreen(sitting.around)
    sitting.show(screen)
    screen.form.add(("Robin Vega", "Maya Ortega", "robin vega", "Daniel Reyes"))
    assert screen.form.taken.whole_text == "3 names were added from the file."
    screen.form.add(("Robin Vega", "Kim Osei"))
    assert screen.form.taken.whole_text == "1 name was added from the file. 1 was there already."
    assert screen.form.leave_out.isHidden()

    screen.main.click()
    qtbot.waitUntil(screen.form.leave_out.isVisible, timeout=20_000)
    screen.form.leave_out.click()

    assert screen.form.typed == ("Robin Vega", "Kim Osei")
    assert screen.form.taken.whole_text == "2 names were left out."
    assert (screen.form.leave_out.isHidden(), screen.form.name_field.error) == (True, "")
    screen.main.click()
    qtbot.waitUntil(lambda: len(screen.slips.codes) == 2, timeout=20_000)
    sitting.settle()
