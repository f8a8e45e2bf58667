"""A silent account on its page: how long it has been quiet, and who may excuse it up to a day."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Account
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.strategies import Strategy
from smadmin.services.cadence import AccountCadence
from smadmin.ui.accounts.excuse_card import ExcuseCard
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import OVERVIEW, PEOPLE, STRATEGY
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.wording import Wording
from tests.gui.registers import seated
from tests.gui.seated import Seat

WHY = "The coach is ill"


@pytest.fixture
def who() -> str:
    return "ellen-whitcomb"


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance, who: str) -> Iterator[Seat]:
    del appearance
    with seated(tmp_path, words, qtbot, who) as made:
        yield made


@pytest.fixture
def account(seat: Seat) -> Account:
    """The account that has been quiet longest."""
    return seat.office.plan.cadence()[0].account


@pytest.fixture
def screen(seat: Seat, window: QWidget, account: Account) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    made.open_subject(account.id)
    seat.settle()
    return made


@pytest.fixture
def card(screen: AccountsScreen, seat: Seat) -> ExcuseCard:
    page = screen.panel.turn_to(OVERVIEW)
    seat.settle()
    assert isinstance(page, OverviewPage)
    return page.excuse


def said(widget: QWidget) -> str:
    return " ".join(label.whole_text for label in widget.findChildren(PlainLabel) if label.isVisible())


def stage(seat: Seat, account: Account) -> CadenceStage:
    return next(one.cadence.stage for one in seat.office.plan.cadence() if one.account.id == account.id)


def given_up(seat: Seat, account: Account) -> AccountCadence:
    """Judge an account on a day on which nobody has posted for three months."""
    today = seat.office.excuses.view(seat.around.by, account.id).today
    judged = seat.office.plan.cadence(today + timedelta(days=90))
    return next(one for one in judged if one.account.id == account.id)


@pytest.mark.demand("BAL-B1e1")
@pytest.mark.demand("YEL-C3")
def test_a_principal_excuses_an_account_by_the_keyboard_and_takes_it_back(
    card: ExcuseCard, seat: Seat, account: Account
) -> None:
    card.unfold.click()
    QTest.keyClicks(card.why, WHY)
    QTest.keyClick(card.why, Qt.Key.Key_Return)
    seat.settle()

    assert stage(seat, account) is CadenceStage.EXCUSED
    assert f"because: {WHY}" in said(card)
    assert card.form.isHidden()

    card.back.click()
    seat.settle()
    assert stage(seat, account) is not CadenceStage.EXCUSED
    assert WHY not in said(card)
    assert card.unfold.isVisible()


def test_an_excuse_without_a_reason_or_for_too_long_is_refused_at_its_field(
    card: ExcuseCard, seat: Seat, account: Account
) -> None:
    card.unfold.click()
    card.until.show_day(card.until.day + timedelta(days=200))
    card.do.click()
    seat.settle()

    assert card.fields["why"].error == "Say why in a few words."
    assert "92 days ahead" in card.fields["until"].error
    assert stage(seat, account) is not CadenceStage.EXCUSED


def test_of_an_abandoned_account_three_ways_are_offered(
    card: ExcuseCard, screen: AccountsScreen, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    judged = given_up(seat, account)
    assert judged.cadence.stage is CadenceStage.ABANDONED

    card.show_silence(judged, seat.office.excuses.view(seat.around.by, account.id))
    qtbot.wait(50)

    assert "Hand it over, close it, or excuse it" in said(card)
    assert all(button.isVisible() for button in (card.hand_over, card.close_it, card.unfold))
    card.close_it.click()
    page = screen.panel.turn_to(OVERVIEW)
    assert isinstance(page, OverviewPage)
    assert page.standing.close_form.line.isVisible()
    card.hand_over.click()
    assert screen.panel.turn_to(PEOPLE).isVisible()


def test_the_ways_that_are_named_are_offered_from_the_first_late_day_on(
    card: ExcuseCard, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    view = seat.office.excuses.view(seat.around.by, account.id)
    days = (view.today + timedelta(days=ahead) for ahead in range(60))
    judged = (one for day in days for one in seat.office.plan.cadence(day) if one.account.id == account.id)
    late = next(one for one in judged if one.cadence.late)
    assert late.cadence.stage is not CadenceStage.ABANDONED

    card.show_silence(late, view)
    qtbot.wait(50)

    assert "Hand it over, close it, or excuse it" in said(card)
    assert all(button.isVisible() for button in (card.hand_over, card.close_it, card.unfold))


@pytest.mark.parametrize("who", ["maya-ortega", "samuel-okoye"])
def test_others_see_an_excuse_and_give_none(
    card: ExcuseCard, seat: Seat, account: Account, qtbot: QtBot
) -> None:
    judged = given_up(seat, account)

    card.show_silence(judged, seat.office.excuses.view(seat.around.by, account.id))
    qtbot.wait(50)

    assert "communications hand it over or close it; principal or deputy excuse it" in said(card)
    assert not card.ways.isVisible()


@pytest.mark.demand("BAL-B1c1")
def test_an_account_without_a_strategy_is_marked_and_leads_to_its_page(
    card: ExcuseCard, screen: AccountsScreen, seat: Seat, account: Account
) -> None:
    page = screen.panel.turn_to(OVERVIEW)
    assert isinstance(page, OverviewPage)
    assert page.standing.strategy.isVisible()

    page.standing.strategyAsked.emit()
    seat.settle()
    assert screen.panel.turn_to(STRATEGY).isVisible()

    kept = Strategy("Families know", "Families", owner=seat.around.by.person, minutes=90)
    seat.office.strategies.write(seat.around.by, account.id, kept)
    screen.load()
    screen.panel.turn_to(OVERVIEW)
    seat.settle()
    assert not page.standing.strategy.isVisible()
    del card
