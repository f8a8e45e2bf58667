"""Students on the sample school, with the administrator in the chair."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

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


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> StudentsScreen:
    made = StudentsScreen(seat.around)
    seat.show(made, window)
    return made
