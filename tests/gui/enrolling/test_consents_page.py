"""Consents entered in a list: who stands on it, what is typed, all of them at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import StudentId
from smadmin.domain.students import Student
from smadmin.ui.appearance import Appearance
from smadmin.ui.students.screen import StudentsScreen
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, "maya-ortega") as made:
        yield made
        made.office.end_workers()


def child(seat: Seat, student: StudentId) -> Student:
    found = seat.office.students.roster(seat.around.by).get(student)
    assert found is not None
    return found


def test_forms_are_entered_line_by_line_and_taken_together(seat: Seat, window: QWidget) -> None:
    seat.office.consents.end_all(seat.around.by)
    screen = StudentsScreen(seat.around)
    seat.show(screen, window)
    screen.show_matching()
    screen.panels.matching.enter_button.click()
    seat.settle()
    page = screen.taking.consents
    looked_for = {one.id for one in seat.office.students.roster(seat.around.by).students if one.no_photos}
    assert set(page.guardians) == looked_for
    assert page.header.missing == "Type at least one guardian."
    first, *others = page.guardians

    page.guardians[first].setText("Ida Novak")
    page.search.setText("no such child")
    assert {one: line.text() for one, line in page.guardians.items()} == {first: "Ida Novak"}
    assert page.header.missing == ""
    page.search.setText("")
    page.header.mainChosen.emit()
    seat.settle()

    entered = child(seat, first)
    assert (entered.guardian, entered.matching_from) == ("Ida Novak", seat.today)
    assert set(page.guardians) == set(others)
    assert all(child(seat, other).matching_until is None for other in others)
