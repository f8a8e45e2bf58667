"""The page *Strategy*: written and read, told where it is missing, and refused field by field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.domain.strategies import Strategy, Topic
from smadmin.ui.accounts.pages import STRATEGY
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.strategy_page import StrategyPage, line_of, topic_of
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.sample import sit

seat = seat_of("ellen-whitcomb")


@pytest.fixture
def account(seat: Seat) -> Account:
    return seat.office.accounts.all()[0]


@pytest.fixture
def page(seat: Seat, window: QWidget, account: Account, qtbot: QtBot) -> StrategyPage:
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    made = screen.panel.turn_to(STRATEGY)
    assert isinstance(made, StrategyPage)
    qtbot.waitUntil(made.form.isVisible)
    return made


def fill_in(page: StrategyPage) -> None:
    page.goals.setPlainText("Families know what happens")
    page.audience.setText("Families")
    page.topics.setPlainText("Sports: 40 %\nArt")
    page.owner.setCurrentIndex(1)
    page.minutes.setValue(90)
    page.channels.setPlainText("Newsletter")


@pytest.mark.demand("BAL-B1c1")
def test_a_strategy_is_written_and_stands_there(
    page: StrategyPage, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    assert page.state.count() == 1
    fill_in(page)

    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.told.isVisible)

    kept = seat.office.strategies.sheet(seat.around.by, account.id).strategy
    assert kept is not None
    assert kept.topics == (Topic("Sports", 40), Topic("Art"))
    assert (kept.minutes, kept.channels, page.uses.count()) == (90, ("Newsletter",), 2)


@pytest.mark.parametrize("typed", ["school news 30", "Families, 50", "Art 10 %"])
def test_a_number_that_gives_no_share_is_said_at_the_field_while_it_is_typed(
    page: StrategyPage, typed: str
) -> None:
    fill_in(page)
    note = page._fields["topics"].control.accessibleDescription
    before = note()
    page.topics.setPlainText(f"Sports: 40 %\nClass of 2027\n{typed}")

    assert note() == f"“{typed}” has no share as it stands. A share stands after a colon: Sports: 40 %"

    page.topics.setPlainText("Sports: 40 %\nClass of 2027\nArt")
    assert note() == before == "One on a line, with its share of the posts: Sports: 40 %"


def test_minutes_used_stand_below_those_promised_for_who_may_write_it(
    page: StrategyPage, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    fill_in(page)
    page.owner.setCurrentIndex(page.owner.findText("Maya Ortega"))
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.told.isVisible)

    used = seat.office.strategies.sheet(seat.around.by, account.id).used
    assert used
    assert page.minutes.accessibleDescription() == (
        f"In the last seven days Maya Ortega used about {used}, for all accounts, as far as the record shows."
    )
    assert seat.office.strategies.sheet(replace(seat.around.by, person=None), account.id).used is None


def test_what_is_missing_stands_at_its_field(page: StrategyPage, qtbot: QtBot) -> None:
    fill_in(page)
    page.goals.clear()

    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._fields["goals"].error != "")

    assert page._fields["audience"].error == ""
    assert page.audience.text() == "Families"


def test_typed_words_are_there_again_after_a_look_at_another_account(
    page: StrategyPage, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    fill_in(page)
    screen = page.inside.screen
    assert isinstance(screen, AccountsScreen)
    other = seat.office.accounts.all()[1]

    screen.open_subject(other.id)
    qtbot.waitUntil(lambda: page._whose is not None and page._whose[1] == other.id)
    assert page.goals.toPlainText() == ""
    screen.open_subject(account.id)
    qtbot.waitUntil(lambda: page._whose is not None and page._whose[1] == account.id)

    assert page.entered.topics == (Topic("Sports", 40), Topic("Art"))
    assert (page.goals.toPlainText(), page.minutes.value()) == ("Families know what happens", 90)
    assert page.state.count() == 2, "it says that nothing is kept yet"
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.told.isVisible)
    assert page._typed == {}


def test_typed_words_are_nobody_elses(page: StrategyPage, seat: Seat, qtbot: QtBot) -> None:
    fill_in(page)
    first = seat.around.by.person

    page.settle()
    assert page.entered == Strategy("", "")
    sit(seat.office, "maya-ortega")
    page.inside.reload()
    qtbot.waitUntil(lambda: page._whose is not None and page._whose[0] not in {None, first})
    assert page.goals.toPlainText() == ""

    page.settle()
    sit(seat.office, "ellen-whitcomb")
    page.inside.reload()
    qtbot.waitUntil(lambda: page._whose is not None and page._whose[0] == first)
    assert page.goals.toPlainText() == "Families know what happens"


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Sports: 40 %", Topic("Sports", 40)),
        ("Sports:40", Topic("Sports", 40)),
        ("Room 4: art", Topic("Room 4: art")),
        (" Art ", Topic("Art")),
    ],
)
def test_a_topic_is_read_as_it_is_typed(line: str, topic: Topic) -> None:
    assert topic_of(line) == topic
    assert topic_of(line_of(topic)) == topic
