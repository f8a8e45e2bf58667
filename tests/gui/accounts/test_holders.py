"""A page that is held by people: by when its list is looked up again, and what its address is called."""

from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.holdings import Holder
from smadmin.domain.yearly import due_on
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.pages import OVERVIEW
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.labels import PlainLabel
from tests.gui.accounts.test_copies import page_of, screen, seat
from tests.gui.seated import Seat

__all__ = ["screen", "seat"]


def test_looking_it_up_says_by_when_again_and_the_press_is_answered(
    screen: AccountsScreen, seat: Seat, window: QWidget
) -> None:
    """Pressed on the day on which the list was named, nothing else of the card looks different."""
    del window
    office, words = seat.office, seat.words
    page = next(one for one in office.accounts.all() if one.platform is Platform.FACEBOOK)
    people = {one.person.name: one.person.id for one in office.accounts.colleagues()}
    two = tuple(Holder(people[name], name) for name in ("Maya Ortega", "Ellen Whitcomb"))
    office.role_holdings.name(seat.around.by, page.id, two)
    holders = page_of(screen, seat, Platform.FACEBOOK).holders
    seat.settle()
    before, day = holders.answer.isVisibleTo(screen), office.school.local(office.desk.now).date()

    holders.confirm_button.click()
    for _ in range(3):
        seat.settle()

    told = words.say("loginui.holders-confirmed", day=day, due=due_on(day))
    assert holders.fine.findChildren(PlainLabel)[0].whole_text == told
    assert (before, holders.answer.isVisibleTo(screen)) == (False, True)


def test_an_address_is_called_no_log_in_where_people_hold_the_page(
    screen: AccountsScreen, seat: Seat
) -> None:
    accounts = seat.office.accounts.all()
    said = {}
    for platform in (Platform.FACEBOOK, Platform.X):
        account = next(one for one in accounts if one.platform is platform)
        screen.open_subject(f"{OVERVIEW}:{account.id}")
        seat.settle()
        overview = screen.panel.page(OVERVIEW)
        assert isinstance(overview, OverviewPage)
        name = "line-address" if platform is Platform.FACEBOOK else "line-login"
        said[platform] = seat.words.say(f"accountui.{name}", login=account.login)
        assert said[platform] in overview.details.summary.whole_text
