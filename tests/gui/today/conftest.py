"""Today on the sample school, with its administrator signed in."""

import pytest

from smadmin.ui.today.screen import TodayScreen
from tests.gui.sitting import Sitting


@pytest.fixture
def today(sitting: Sitting) -> TodayScreen:
    screen = TodayScreen(sitting.around)
    sitting.show(screen)
    return screen
