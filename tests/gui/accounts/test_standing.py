"""What leads on from an account that stands still or lacks somebody: each is one press or one choice."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.messages import say
from smadmin.ui.accounts.overview import OverviewPage
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.accounts.standing import StandingCard
from tests.gui.accounts.test_accounts_screen import overview
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

seat = seat_of("ellen-whitcomb")


def live_on_x(seat: Seat) -> Account:
    return next(one for one in seat.office.accounts.all() if one.at_handle == "@lincoln_larks")


def opened(seat: Seat, window: QWidget, account: Account) -> AccountsScreen:
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account.id)
    seat.settle()
    return screen


def standing(screen: AccountsScreen) -> StandingCard:
    return overview(screen).standing


def test_after_another_account_was_logged_in_it_goes_on_only_with_the_handle_seen_now(
    seat: Seat, window: QWidget
) -> None:
    account = live_on_x(seat)
    seat.office.wrong_identities.report(seat.office.session.actor, account.id, "@somebody_else")
    screen = opened(seat, window, account)
    form = standing(screen).go_on

    form.unfold_button.click()
    QTest.keyClicks(form.line, "It was Ana's own phone.")
    assert form.seen_line.isVisible()
    assert not form.do_button.isEnabled()
    QTest.keyClicks(form.seen_line, "@somebody_else")
    form.do_button.click()
    seat.settle()
    assert "somebody_else" in form.seen.error
    assert live_on_x(seat).stage is AccountStage.ON_HOLD

    form.seen_line.clear()
    QTest.keyClicks(form.seen_line, "@lincoln_larks")
    form.do_button.click()
    seat.settle()

    assert live_on_x(seat).stage is AccountStage.LIVE


def test_tab_leads_from_the_handle_to_why_it_goes_on(seat: Seat, window: QWidget) -> None:
    account = live_on_x(seat)
    seat.office.wrong_identities.report(seat.office.session.actor, account.id, "@somebody_else")
    form = standing(opened(seat, window, account)).go_on
    form.unfold_button.click()

    QTest.keyClicks(form.seen_line, "@lincoln_larks")
    QTest.keyClick(form.seen_line, Qt.Key.Key_Tab)

    assert form.line.hasFocus()


def test_an_ordinary_hold_asks_only_why_it_goes_on(seat: Seat, window: QWidget) -> None:
    account = live_on_x(seat)
    seat.office.accounts.hold(seat.office.session.actor, account.id, why="Strange posts.")
    screen = opened(seat, window, account)
    form = standing(screen).go_on

    form.unfold_button.click()
    QTest.keyClicks(form.line, "The password was changed.")
    assert not form.seen_line.isVisible()
    form.do_button.click()
    seat.settle()

    assert live_on_x(seat).stage is AccountStage.LIVE


def nobody_answers(screen: AccountsScreen, principals: int) -> OverviewPage:
    """Show the open account as if nobody answered for it, with so many who could."""
    page = overview(screen)
    assert page.model is not None
    page.show_account(
        replace(
            page.model,
            account=replace(page.model.account, principal=None),
            principals=(page.model.principals * 2)[:principals],
            missing=(say("accounts.no-principal", account="X"),),
        )
    )
    return page


def test_where_nobody_answers_for_it_one_press_names_the_only_principal(seat: Seat, window: QWidget) -> None:
    account = live_on_x(seat)
    changed = replace(account, principal=None)
    with seat.office.desk.deed(seat.office.session.actor) as deed:
        deed.unit.accounts.change(changed)
    screen = opened(seat, window, account)
    answers = standing(screen).answers
    assert answers.button.text().strip() == "Ellen Whitcomb answers for it"
    assert not answers.choice.isVisible()

    answers.button.click()
    seat.settle()

    assert live_on_x(seat).principal == seat.office.session.actor.person
    assert not answers.isVisible()


def test_of_several_principals_one_is_chosen_without_any_other_field(seat: Seat, window: QWidget) -> None:
    page = nobody_answers(opened(seat, window, live_on_x(seat)), principals=2)

    assert page.standing.answers.choice.isVisible()
    assert "form" not in vars(page.details)


def test_where_there_is_no_principal_one_is_let_in_and_comes_back_to_the_account(
    seat: Seat, window: QWidget
) -> None:
    account = live_on_x(seat)
    nobody_answers(opened(seat, window, account), principals=0).standing.answers.button.click()

    assert seat.doors.opened == [("newcomer", f"account:{account.id}")]
