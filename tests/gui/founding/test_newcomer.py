"""Where one goes on from the form of a new person: to where it was opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes, Done
from smadmin.domain.people import Role
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.founding.newcomer import NewcomerScreen
from smadmin.ui.wording import Wording
from tests.gui.founding.conftest import LONG_MS
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


def test_while_somebody_is_let_in_the_form_says_so_and_never_looks_refused(
    sitting: Sitting, words: Wording
) -> None:
    screen = NewcomerScreen(sitting.around)
    sitting.show(screen)
    person, main = screen.person, screen._header.main
    person._name.setText("Kim Nakamura")
    person._email.setText("kim@lincoln.example")
    person.choose_role(Role.REVIEWER)
    person._employed.setChecked(True)
    for edit in (person._passphrase, person._again):
        edit.setText("seven quiet herons wade")
    person.edited.emit()
    assert main is not None
    assert main.isEnabled()

    screen._let_in()

    assert screen._header.missing == words.say("founding.letting-in", name="Kim Nakamura")
    assert (main.isEnabled(), person.isEnabled()) == (False, False)
    sitting.qtbot.waitUntil(person.isEnabled, timeout=LONG_MS)
    sitting.settle()
    assert sitting.doors.opened == [("today", None)]
