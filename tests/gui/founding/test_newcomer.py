"""Where one goes on from the form of a new person: to where it was opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes, Done
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "ellen-whitcomb")
    yield somebody
    somebody.close()


@pytest.mark.parametrize(
    ("subject", "leads_to"), [("account:one", ("accounts", "one")), ("", ("today", None))]
)
def test_who_came_from_an_account_goes_back_to_it(
    sitting: Sitting, words: Wording, subject: str, leads_to: tuple[str, str | None]
) -> None:
    screen = NewcomerScreen(sitting.around)
    sitting.qtbot.addWidget(screen)
    screen.open_subject(subject)

    screen._is_in(Done("Pat Winters", Changes()))
    back = next(one for one in screen.findChildren(Button) if one.text() == words.say("founding.back"))
    back.click()

    assert sitting.doors.opened == [leads_to, leads_to]
