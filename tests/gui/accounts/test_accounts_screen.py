"""Accounts on the sample school: from the register to live, held and closed; who administers."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.ui.accounts.model import Register
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import OVERVIEW, PEOPLE
from smadmin.ui.accounts.people import PeopleCard, PeoplePage
from smadmin.ui.accounts.screen import NEW, AccountsScreen
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import Banner
from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.theme import TEXT_SCALES
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> AccountsScreen:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    return made


def account(seat: Seat, name: str) -> Account:
    return next(one for one in seat.office.accounts.all() if one.name == name)


def open_account(screen: AccountsScreen, seat: Seat, name: str) -> Account:
    found = account(seat, name)
    screen.open_subject(found.id)
    return found


def overview(screen: AccountsScreen) -> OverviewPage:
    page = screen.panel.turn_to(OVERVIEW)
    assert isinstance(page, OverviewPage)
    return page


def people_card(screen: AccountsScreen) -> PeopleCard:
    page = screen.panel.turn_to(PEOPLE)
    assert isinstance(page, PeoplePage)
    return page.card


def add_chess_club(screen: AccountsScreen, seat: Seat, *, administrator: int = -1) -> None:
    screen.begin_adding()
    form = screen.add_form
    form.name.setText("Chess Club")
    form.handle.setText("@lincoln_chess")
    form.page.setText("https://x.com/lincoln_chess")
    form.login.setText("chess@lincoln.example")
    form.administrator.setCurrentIndex(administrator % form.administrator.count())  # named with it; 0: nobody
    form.do_button.click()
    seat.settle()


def test_the_first_account_is_open_and_says_what_is_missing(screen: AccountsScreen) -> None:
    row = screen.list.rows[0]

    assert screen.model is not None
    assert (row.key, row.chip) == (screen.model.id, "Live")
    assert "one thing missing" in row.note
    assert screen.header.note.whole_text.startswith("5 accounts")


def test_a_new_account_goes_live_once_somebody_saw_its_page(screen: AccountsScreen, seat: Seat) -> None:
    add_chess_club(screen, seat)
    assert account(seat, "Chess Club").stage is AccountStage.SET_UP
    assert (screen.main.accessibleName(), screen.main.isEnabled()) == ("Let it go live", True)

    screen.main.click()
    overview(screen).identity.line.setText("@lincoln_ches")
    overview(screen).identity._typed()
    overview(screen).identity.button.click()
    seat.settle()
    assert "The page shows @lincoln_ches" in overview(screen).identity.field.error

    overview(screen).identity.line.setText("@Lincoln_Chess")
    overview(screen).identity._typed()
    overview(screen).identity.button.click()
    seat.settle()
    assert account(seat, "Chess Club").stage is AccountStage.LIVE
    assert screen.main.accessibleName() == "Add an account"


def test_what_is_missing_stands_beside_the_main_button(screen: AccountsScreen, seat: Seat) -> None:
    screen.begin_adding()
    screen.add_form.name.setText("Chess Club")
    screen.add_form.login.setText("chess@lincoln.example")
    screen.add_form.do_button.click()
    seat.settle()

    assert screen.header.missing.startswith("Nobody is designated as administrator of X Chess Club.")
    assert not screen.main.isEnabled()
    assert not overview(screen).identity.button.isEnabled()


def test_a_private_log_in_address_is_refused_at_its_field(screen: AccountsScreen, seat: Seat) -> None:
    screen.begin_adding()
    screen.add_form.login.setText("me@gmail.com")
    screen.add_form.do_button.click()
    seat.settle()

    assert "gmail.com is where people keep their own mail" in screen.add_form.fields["login"].error
    assert screen.add_form.fields["name"].error == "The account needs a name."


def test_holding_needs_a_reason_and_the_account_goes_on_again(screen: AccountsScreen, seat: Seat) -> None:
    held = open_account(screen, seat, "Lincoln in Pictures")
    standing = overview(screen).standing
    standing.hold.unfold()
    assert not standing.hold.do_button.isEnabled()

    standing.hold.line.setText("Odd posts since Monday")
    standing.hold._typed()
    standing.hold.do_button.click()
    seat.settle()
    assert seat.office.accounts.get(held.id).stage is AccountStage.ON_HOLD
    assert not standing.hold.isVisibleTo(screen)

    standing.go_on.given.emit("The password was changed")
    seat.settle()
    assert seat.office.accounts.get(held.id).stage is AccountStage.LIVE


def test_closing_asks_by_name_and_is_for_good(screen: AccountsScreen, seat: Seat) -> None:
    closed = open_account(screen, seat, "Lincoln in Pictures")

    overview(screen).standing.close_form.given.emit("The club has ended")
    dialog = screen.findChildren(ConfirmDialog)[-1]
    assert dialog.windowTitle() == "Close Lincoln in Pictures for good?"
    dialog.do_button.click()
    seat.settle()

    assert seat.office.accounts.get(closed.id).stage is AccountStage.CLOSED
    assert not overview(screen).standing.close_form.isVisibleTo(screen)


def test_the_principal_designates_and_takes_it_back(screen: AccountsScreen, seat: Seat) -> None:
    open_account(screen, seat, "Lincoln in Pictures")
    people = people_card(screen)
    people.choice.setCurrentIndex(people.choice.findText("Peter Lindgren"))

    people.button.click()
    seat.settle()
    assert screen.model is not None
    assert "Peter Lindgren" in [one.name for one in screen.model.administrators]

    action = screen.findChildren(Banner)[-1].action
    assert action is not None
    action.click()
    seat.settle()
    assert "Peter Lindgren" not in [one.name for one in screen.model.administrators]


def test_an_administrator_is_told_why_they_dont_designate(seat: Seat, window: QWidget) -> None:
    seat.by("maya-ortega")
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)

    people = people_card(screen)
    assert not people.button.isVisibleTo(screen)
    seen = {one.accessibleName() for one in people.findChildren(Button) if one.isVisibleTo(screen)}
    assert seen == {"Leaves the school…"}
    assert "designates" in people.why_not.whole_text
    assert people.why_not.isVisibleTo(screen)


def test_larger_text_shows_list_and_account_by_turns(
    screen: AccountsScreen, seat: Seat, appearance: Appearance
) -> None:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    seat.settle()
    assert screen.list.isVisibleTo(screen)
    assert not screen.panel.isVisibleTo(screen)

    screen.list.choose(screen.list.rows[1].key)
    screen.list.rowOpened.emit()

    assert screen.panel.isVisibleTo(screen)
    assert not screen.list.isVisibleTo(screen)
    appearance.reset_scale()


def test_details_are_corrected_and_taken_back(screen: AccountsScreen, seat: Seat) -> None:
    open_account(screen, seat, "Lincoln in Pictures")
    details = overview(screen).details
    details.button.click()
    details.form.days.setValue(3)
    details.form.do_button.click()
    seat.settle()
    assert account(seat, "Lincoln in Pictures").promised_days == 3
    assert "every 3 days" in details.summary.whole_text

    action = screen.findChildren(Banner)[-1].action
    assert action is not None
    action.click()
    seat.settle()
    assert account(seat, "Lincoln in Pictures").promised_days != 3


def test_another_handle_must_be_proven_anew_and_isnt_undone(screen: AccountsScreen, seat: Seat) -> None:
    open_account(screen, seat, "Lincoln in Pictures")
    details = overview(screen).details
    details.button.click()
    details.form.handle.setText("lincoln.owls")
    details.form.do_button.click()
    seat.settle()

    assert account(seat, "Lincoln in Pictures").stage is AccountStage.SET_UP
    assert screen.findChildren(Banner)[-1].action is None


def test_the_empty_register_says_what_it_is_for(screen: AccountsScreen, seat: Seat) -> None:
    screen._came(Register((), (), (), seat.around.now))

    assert screen.empty.isVisible()
    assert screen.empty.button is not None
    screen.empty.button.click()
    assert screen.add_form.isVisible()


def test_opened_for_another_account_its_form_stands_there_at_once(seat: Seat, window: QWidget) -> None:
    screen = AccountsScreen(seat.around)
    screen.setParent(window)
    screen.open_subject(NEW)
    seat.show(screen, window)

    assert screen.add_form.isVisible()


def test_the_page_s_address_follows_the_handle_until_somebody_types_another(screen: AccountsScreen) -> None:
    screen.begin_adding()
    form = screen.add_form
    form.platform.setCurrentIndex(form.platform.findData(Platform.X))

    QTest.keyClicks(form.handle, "@lincoln_chess")
    followed = form.page.text()
    form.platform.setCurrentIndex(form.platform.findData(Platform.INSTAGRAM))
    elsewhere = form.page.text()
    form.page.selectAll()
    QTest.keyClicks(form.page, "https://chess.lincoln.example")
    QTest.keyClicks(form.handle, "2")

    assert followed == "https://x.com/lincoln_chess"
    assert elsewhere == "https://www.instagram.com/lincoln_chess/"
    assert form.page.text() == "https://chess.lincoln.example"


def test_a_missing_address_is_entered_where_it_is_missed(screen: AccountsScreen, seat: Seat) -> None:
    screen.begin_adding()
    screen.add_form.name.setText("Chess Club")
    screen.add_form.login.setText("chess@lincoln.example")
    screen.add_form.do_button.click()
    seat.settle()
    identity = overview(screen).identity
    assert not identity.open_button.isVisible()

    identity.enter_button.click()

    assert overview(screen).details.form.page.hasFocus()
