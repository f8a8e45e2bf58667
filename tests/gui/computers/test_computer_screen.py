"""The screen about this computer: whose it is, why here, and what a personal one says."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin import resources
from smadmin.domain.computers import Owner
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.services.photos.from_before import Lying
from smadmin.services.protection import Guard, Protection
from smadmin.ui.computers.screen import ComputerScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.wording import Wording
from tests.darkroom import FACTS
from tests.gui.sitting import Sitting

LONG_MS = 30_000


@pytest.mark.demand("BAL-B1g2")
def test_whose_it_is_is_one_press_and_the_reason_another(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = ComputerScreen(sitting.around)
    sitting.show(screen)
    assert not screen.why.isVisible()
    screen.whose.name.setText("Maya's laptop")

    screen.whose.buttons[Owner.PERSONAL].click()
    sitting.settle()
    sitting.settle()

    assert "somebody's own computer" in screen.whose.said.text()
    assert screen.why.isVisible()
    screen.why.usual[0].click()
    sitting.settle()
    sitting.settle()
    assert not screen.why.isVisible()
    assert not sitting.office.computers.here(sitting.actor).needs_why
    sitting.close()


@pytest.mark.demand("BAL-B1g2")
def test_the_reason_of_the_last_time_is_one_press_unless_it_is_a_usual_one(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = ComputerScreen(sitting.around)
    qtbot.addWidget(screen)
    card = screen.why
    here, told = sitting.office.computers.here(sitting.actor), list[str]()
    card.told.connect(told.append)

    card.show_here(replace(here, needs_why=True, last_why="At the away game & on the bus " * 4))
    card.again.click()
    shown = card.again.isVisibleTo(card), len(card.again.text()) < 80
    assert "away game & on" in card.again.accessibleName()  # the letter after it is no key
    card.show_here(replace(here, needs_why=True, last_why=card.usual[0].text()))

    assert told == ["At the away game & on the bus " * 4]
    assert shown == (True, True)
    assert not card.again.isVisibleTo(card)
    sitting.close()


@pytest.mark.demand("WIC-S3")
@pytest.mark.parametrize(
    ("protection", "said"),
    [
        (Protection(Guard.ON, "ClamAV"), "ClamAV protects this computer."),
        (Protection(Guard.OFF, "Shield"), "Shield is switched off."),
        (Protection(Guard.UNKNOWN), "doesn't tell"),
    ],
)
def test_what_the_system_tells_is_said(
    qtbot: QtBot, tmp_path: Path, words: Wording, protection: Protection, said: str
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = ComputerScreen(sitting.around)
    qtbot.addWidget(screen)

    screen.protection.show_system(protection)

    assert said in screen.protection.said.text()
    sitting.close()


def test_a_name_and_a_reason_are_asked_for_where_they_are_missing(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = ComputerScreen(sitting.around)
    sitting.show(screen)
    screen.whose.name.clear()

    screen.whose.buttons[Owner.SCHOOL].click()
    screen.why.button.click()

    assert screen.whose.field.error == words.say("computers.no-name")
    assert screen.why.field.error == words.say("computers.no-reason")
    sitting.close()


@pytest.mark.demand("BAL-B1g2")
def test_what_lies_there_from_before_is_said_and_goes_with_a_press_and_the_passphrase(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    photo = next(resources.find("sample/photos").glob("*.jpg"))
    sitting.office.intake.take_in(sitting.actor, FACTS, [photo])
    screen = ComputerScreen(sitting.around)
    sitting.show(screen)
    assert not screen.before.isVisible()
    screen.whose.name.setText("Maya's laptop")
    screen.whose.buttons[Owner.PERSONAL].click()
    sitting.settle()
    sitting.settle()
    assert screen.before.isVisible()
    assert "One photo that nobody picked lies here." in screen.before.said.text()

    screen.before.button.click()
    asked = screen.findChildren(ConfirmDialog)[-1]
    assert "Remove 61 pictures for good?" in asked.windowTitle()
    assert sitting.office.from_before.lying(sitting.actor).photos == 1
    asked.do_button.click()
    qtbot.waitUntil(lambda: not screen.before.isVisible(), timeout=LONG_MS)

    assert sitting.doors.passphrases == 1
    assert not sitting.office.from_before.lying(sitting.actor)
    sitting.close()


def test_why_somebody_cannot_remove_it_stands_at_the_button(
    qtbot: QtBot, tmp_path: Path, words: Wording
) -> None:
    sitting = Sitting(qtbot, tmp_path, words, "maya-ortega")
    screen = ComputerScreen(sitting.around)
    qtbot.addWidget(screen)
    why = Reason(say("computers.before-not-yours"))

    screen.before.show_lying(Lying(photos=2, in_work=3, portraits=1, blockers=(why,)))

    said = screen.before.said.text()
    assert "2 photos that nobody picked" in said
    assert "One child's portrait" in said
    assert "3 photos" in screen.before.stays.text()
    assert not screen.before.button.isEnabled()
    sitting.close()
