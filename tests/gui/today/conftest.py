"""Today on the sample school, with its administrator signed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "maya-ortega")
    yield somebody
    somebody.close()


@pytest.fixture
def today(sitting: Sitting) -> TodayScreen:
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    return screen
