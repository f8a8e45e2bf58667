"""A screen that no side bar has: the side bar marks where one came from, and *Back* leads there."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.computers.screen import ComputerScreen
from smadmin.ui.departures.screen import DeparturesScreen
from smadmin.ui.frame import Frame
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.mark.parametrize("make", [DeparturesScreen, ComputerScreen])
def test_departures_and_this_computer_lead_back(
    make: Callable[[Surroundings], DeparturesScreen | ComputerScreen],
    seat: Seat,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    screen = make(seat.around)
    seat.show(screen, window)
    seat.settle()
    assert screen.back.isVisible()

    with qtbot.waitSignal(screen.backAsked):
        screen.back.click()


def test_a_screen_beyond_the_side_bar_leads_back_to_where_one_came_from(frame: Frame) -> None:
    frame.add_screen("departures", Screen)
    frame.open_screen("photos")

    beyond = frame.open_screen("departures")
    assert frame.sidebar.item("photos").isChecked()
    beyond.backAsked.emit()

    assert frame.current == "photos"


def test_who_came_from_nowhere_is_led_to_the_first_screen(frame: Frame) -> None:
    frame.add_screen("departures", Screen)
    frame.drop_screens()
    for name in ("today", "departures"):
        frame.add_screen(name, Screen)

    frame.open_screen("departures").backAsked.emit()

    assert frame.current == "today"
