"""An account is handed over on its page *People*, and its path says so."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import AccountStage
from smadmin.ui.accounts.opening_page import OpeningPage
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import OVERVIEW, PEOPLE, SET_UP
from smadmin.ui.accounts.people import PeoplePage
from smadmin.ui.accounts.screen import AccountsScreen
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


@pytest.mark.demand("BAL-A2")
def test_an_account_goes_to_who_is_chosen_and_its_path_says_from_whom(seat: Seat, window: QWidget) -> None:
    office, by = seat.office, seat.around.by
    people = {one.person.name: one.person.id for one in office.accounts.colleagues()}
    account = next(one for one in office.accounts.all() if one.stage is AccountStage.LIVE)
    office.accounts.designate(by, account.id, people["Samuel Okoye"])
    # Whoever still has an office for the whole school would get in all the same.
    with office.desk.look() as unit:
        grants = unit.trust.read().grants.values()
    (for_all,) = (one.id for one in grants if (one.person, one.account) == (people["Samuel Okoye"], None))
    office.people.end(by, for_all)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(PEOPLE)
    assert isinstance(page, PeoplePage)
    (hand,) = (one for one in page.card._hands if one.accessibleDescription() == "Samuel Okoye")
    page.card.choice.setCurrentText("Peter Lindgren")
    assert hand.text() == "Hand over to Peter Lindgren"

    hand.click()
    seat.settle()

    (giver, taker) = (people["Samuel Okoye"], people["Peter Lindgren"])
    with office.desk.look() as unit:
        trust = unit.trust.read()
    designated = {one.person for one in trust.grants.values() if one.account == account.id}
    assert taker in designated
    assert giver not in designated
    path = screen.panel.turn_to(SET_UP)
    seat.settle()
    assert isinstance(path, OpeningPage)
    assert path.opening is not None
    step = path.opening.path[-1]
    assert step.note is not None
    said = seat.words(step.note)
    assert said.startswith("from Samuel Okoye to Peter Lindgren on ")


def test_a_long_name_on_the_button_makes_no_page_wide(seat: Seat, window: QWidget) -> None:
    office, by = seat.office, seat.around.by
    people = {one.person.name: one.person.id for one in office.accounts.colleagues()}
    account = next(one for one in office.accounts.all() if one.stage is AccountStage.LIVE)
    office.accounts.designate(by, account.id, people["Samuel Okoye"])
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(PEOPLE)
    assert isinstance(page, PeoplePage)
    long = "María Guadalupe Fernández-Villaseñor de la Concepción"
    before = page.minimumSizeHint().width()
    page.card.choice.addItem(long, "somebody")

    page.card.choice.setCurrentText(long)

    (hand,) = (one for one in page.card._hands if one.accessibleDescription() == "Samuel Okoye")
    assert hand.text() == "Hand over to María Guadalupe Fernánd…"
    assert long in hand.toolTip()
    assert page.minimumSizeHint().width() <= before + hand.fontMetrics().averageCharWidth() * 24


@pytest.mark.demand("BAL-A2")
def test_one_press_names_an_administrator_of_the_school_where_nobody_is(seat: Seat, window: QWidget) -> None:
    office, by = seat.office, seat.around.by
    account = next(one for one in office.accounts.all() if one.stage is AccountStage.LIVE)
    with office.desk.look() as unit:
        named = [one.person for one in unit.trust.read().grants.values() if one.account == account.id]
    for person in named:
        office.accounts.dismiss(by, account.id, person)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    page = screen.panel.turn_to(OVERVIEW)
    assert isinstance(page, OverviewPage)
    button = page.standing.name_them
    assert button.text().strip() == "Name Daniel Reyes as its administrator"

    button.click()
    seat.settle()

    assert screen.model is not None
    assert [one.name for one in screen.model.administrators] == ["Daniel Reyes"]
    assert not button.isVisibleTo(screen)
