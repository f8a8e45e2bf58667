"""The pages *Communications* and *Following* of an account: asked, answered, followed with a reason."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import Reason
from smadmin.domain.following import Whose
from smadmin.domain.messages import say
from smadmin.domain.office_requests import Wish
from smadmin.ui.accounts.following_page import FollowingPage
from smadmin.ui.accounts.office_page import OfficePage
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import FOLLOWING, OFFICE, OVERVIEW
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.standing import StandingCard
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.states import StateLine
from smadmin.ui.wording import Wording
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

POST = "https://x.com/lincoln_larks/status/1"


seat = seat_of("samuel-okoye")


def opened(seat: Seat, window: QWidget, page: str) -> AccountsScreen:
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(f"{page}:{screen.list.rows[0].key}")
    seat.settle()
    return screen


def press(card: QWidget, said: str) -> None:
    next(one for one in card.findChildren(Button) if one.accessibleName() == said).click()


@pytest.mark.demand("BAL-B1f4")
@pytest.mark.demand("YEL-A4")
def test_communications_asks_confirms_and_stops_every_account(seat: Seat, window: QWidget) -> None:
    screen = opened(seat, window, OFFICE)
    page = cast("OfficePage", screen.panel.page(OFFICE))

    page.ask.button.click()
    seat.settle()
    assert page.ask.page_field.error.startswith("Paste the address")
    page.ask.page.setText(POST)
    page.ask.reason.setText("It names a family.")
    page.ask.button.click()
    seat.settle()
    page.powers.confirm.click()
    seat.settle()
    page.powers.hold_all.unfold()
    page.powers.hold_all.line.setText("A court asked for it.")
    page.powers.hold_all.given.emit("A court asked for it.")
    seat.settle()

    assert page.ask.page.text() == ""
    assert {one.stage for one in seat.office.accounts.all()} == {AccountStage.ON_HOLD}
    assert page.powers.go_on_all.isVisibleTo(page)
    assert not page.powers.stand_in.isVisibleTo(page)
    (sheet,) = seat.office.office_requests.about(seat.around.by, seat.office.accounts.all()[0].id)
    assert sheet.request.page == POST
    press(page.asked, "Ask no longer")
    seat.settle()
    assert seat.office.office_requests.about(seat.around.by, sheet.account.id) == ()


def test_a_request_that_is_half_typed_outlives_a_stop_and_enter_sends_it(seat: Seat, window: QWidget) -> None:
    page = cast("OfficePage", opened(seat, window, OFFICE).panel.page(OFFICE))
    page.ask.page.setText(POST)

    page.powers.hold_all.given.emit("A court asked for it.")
    seat.settle()

    assert page.ask.page.text() == POST
    page.ask.reason.setText("It names a family.")
    QTest.keyClick(page.ask.reason, Qt.Key.Key_Return)
    seat.settle()
    (sheet,) = seat.office.office_requests.about(seat.around.by, seat.office.accounts.all()[0].id)
    assert sheet.request.page == POST
    assert page.ask.page.text() == ""


def test_what_communications_stopped_the_principal_cannot_let_go_on(seat: Seat, window: QWidget) -> None:
    seat.office.district_hand.hold_all(seat.around.by, why="A court asked for it.")
    seat.by("ellen-whitcomb")
    screen = opened(seat, window, OVERVIEW)

    go_on = cast("OverviewPage", screen.panel.page(OVERVIEW)).standing.go_on

    assert go_on.isVisibleTo(screen)
    assert not go_on.unfold_button.isEnabled()


def test_the_school_answers_and_sees_no_powers(seat: Seat, window: QWidget) -> None:
    account = seat.office.accounts.all()[0].id
    for wish in Wish:
        page_of = POST if wish is Wish.REMOVAL else ""
        seat.office.office_requests.ask(seat.around.by, account, wish, page=page_of, reason="Why.")
    seat.by("ellen-whitcomb")
    screen = opened(seat, window, OFFICE)
    page = cast("OfficePage", screen.panel.page(OFFICE))

    press(page.asked, "It is removed")
    seat.settle()
    press(page.asked, "Go to closing the account")

    done = seat.office.office_requests.about(seat.around.by, account)
    assert [one.request.answer is not None for one in done] == [False, True]
    assert screen.panel.current == OVERVIEW
    assert not page.ask.isVisibleTo(screen)
    assert not page.powers.confirm.isVisibleTo(page)


@pytest.mark.demand("BAL-D5")
def test_whom_the_schools_account_follows_is_entered_with_a_reason_beside_advice(
    seat: Seat, window: QWidget
) -> None:
    screen = opened(seat, window, FOLLOWING)
    page = cast("FollowingPage", screen.panel.page(FOLLOWING))

    assert page.advice.whole_text.startswith("A like or a follow looks like approval")
    assert not page.button.isEnabled()
    page.name.setText("The city library")
    page.whose.setCurrentIndex(page.whose.findData(Whose.ORGANISATION.value))
    page.why.setText("Reading hours for families.")
    page.button.click()
    seat.settle()

    account = seat.office.accounts.all()[0].id
    (entered,) = seat.office.follow_guard.all(seat.around.by, account)
    assert entered.followed.form.name == "The city library"
    assert page.name.text() == ""
    press(page.list, "No longer followed")
    seat.settle()
    assert seat.office.follow_guard.all(seat.around.by, account) == ()


@pytest.mark.demand("BAL-D5")
def test_a_campaign_or_a_private_person_is_entered_only_after_it_was_weighed(
    seat: Seat, window: QWidget
) -> None:
    page = cast("FollowingPage", opened(seat, window, FOLLOWING).panel.page(FOLLOWING))

    page.name.setText("@VoteSmithForMayor")
    page.whose.setCurrentIndex(page.whose.findData(Whose.PRIVATE.value))
    page.why.setText("Updates about town")
    assert not page.button.isEnabled()
    assert page.weighed.isVisibleTo(page)
    page.weighed.setChecked(True)
    assert page.button.isEnabled()

    page.name.setText("Pat Doe")
    assert not page.weighed.isChecked()  # what was weighed was somebody else
    assert not page.button.isEnabled()
    page.whose.setCurrentIndex(page.whose.findData(Whose.ORGANISATION.value))
    assert not page.weighed.isVisibleTo(page)
    assert page.button.isEnabled()


def said_in(line: StateLine) -> str:
    label = line.findChild(PlainLabel)
    assert label is not None
    return label.text()


def test_of_a_stopped_account_it_is_said_who_stopped_it_why_and_who_lets_it_go_on(
    seat: Seat, window: QWidget, words: Wording
) -> None:
    seat.office.district_hand.hold_all(seat.around.by, why="A break-in.")
    screen = opened(seat, window, OVERVIEW)
    page = cast("OverviewPage", screen.panel.page(OVERVIEW))
    model = page.model
    assert model is not None
    barred = Reason(say("powers.held", account=model.account.label), "BAL-B1f4")
    card = StandingCard(words)

    card.show_account(replace(model, may=replace(model.may, answer=(), go_on=(barred,))))

    for one in (page.standing, card):
        assert said_in(one.stop).startswith("On hold since ")
        assert said_in(one.stop).endswith("by Samuel Okoye of communications: “A break-in.”")
        assert not one.stop.isHidden()
        assert one.nothing.isHidden()
    assert not card.why_not.isHidden()
    assert said_in(card.why_not).endswith("so only communications lets it go on.")
