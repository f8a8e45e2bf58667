"""The card on which somebody says once a year that a log-in still works."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.password_age import change_due
from smadmin.services.reading import Reader
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.today.sources import needs_from
from tests.gui.registers import seat_of
from tests.gui.seated import Seat
from tests.school import MovableClock

seat = seat_of("maya-ortega")


@pytest.mark.demand("BAL-B1b4")
def test_one_press_confirms_it_for_another_year(seat: Seat, window: QWidget) -> None:
    office, by = seat.office, seat.around.by
    account = office.accounts.all()[0].id
    office.vault.keep(by, account, LogIn("social@lincoln.example", "canary-Falcon-42"))
    office.desk.clock = MovableClock(office.desk.now + timedelta(days=370))
    office.vouch_clock(by)
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(account)
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    seat.settle()
    assert page.yearly.chip.word == seat.around.words.say("yearly.stage-due")

    page.yearly.button.click()
    seat.settle()
    seat.settle()

    assert page.yearly.chip.word == seat.around.words.say("yearly.stage-fine")
    screen.settle()


def log_in_page(seat: Seat, window: QWidget, account: AccountId) -> LogInPage:
    """Open an account at its log-in, as Today's button does."""
    screen = AccountsScreen(seat.around)
    seat.show(screen, window)
    screen.open_subject(f"log-in:{account}")
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    for _ in range(3):
        seat.settle()
    return page


def test_the_passwords_age_stands_there_and_one_press_leads_to_its_change(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a number in the policy it is only said; with one it has its day, its state and its need."""
    office, by = seat.office, seat.around.by
    account = office.accounts.all()[0].id
    office.vault.keep(by, account, LogIn("social@lincoln.example", "canary-Falcon-42"))
    since = office.school.local(office.desk.now).date()
    page = log_in_page(seat, window, account)
    page.yearly.change_button.click()
    for _ in range(3):
        seat.settle()
    form = (page.card.form.isVisible(), page.card.form.password.text())
    only_said = (page.yearly.age_chip.isHidden(), needs_from("yearly", office, by))
    office.desk.clock = MovableClock(office.desk.now + timedelta(days=200))
    office.vouch_clock(by)
    pack = Reader.pack
    monkeypatch.setattr(Reader, "pack", lambda self, unit: replace(pack(self, unit), password_months=6))

    page.yearly.show_account(account)
    seat.settle()
    (need,) = needs_from("yearly", office, by)

    assert only_said == (True, ())
    assert not page.yearly.age_chip.isHidden()
    assert page.yearly.age_chip.word == seat.around.words.say("yearly.stage-late")
    told = seat.around.words(say("yearly.password-by", since=since, due=change_due(since, 6)))
    assert page.yearly.age.text() == told
    assert need.step is not None
    assert need.step.subject == f"log-in:{account}"
    assert form == (True, "canary-Falcon-42")


def test_a_made_password_isnt_called_confirmed_and_the_press_that_does_it_is_answered(
    seat: Seat, window: QWidget
) -> None:
    """It read *Confirmed* while the platform still had the old one; pressed the same day, nothing moved."""
    account, words = seat.office.accounts.all()[0].id, seat.words
    page = log_in_page(seat, window, account)
    page.card.begin_changing()
    page.card.form.propose("quartz-Heron-58")
    page.card.form.give()
    for _ in range(4):
        seat.settle()
    page.yearly.show_account(account)
    seat.settle()
    kept = (page.card.note.text(), page.yearly.chip.word, page.yearly.button.text().strip())
    before = page.yearly.answer.isHidden()

    page.yearly.button.click()
    seat.settle()

    assert kept == (
        words.say("loginui.kept-unset"),
        words.say("yearly.unset"),
        words.say("yearly.confirm-first"),
    )
    assert before
    assert not page.yearly.answer.isHidden()
    assert page.yearly.chip.word == words.say("yearly.stage-fine")
    page.yearly.answer.hide()
    page.yearly.button.click()
    seat.settle()
    assert not page.yearly.answer.isHidden()


def test_a_password_that_was_typed_is_confirmed_by_that(seat: Seat, window: QWidget) -> None:
    account = seat.office.accounts.all()[0].id
    page = log_in_page(seat, window, account)
    page.card.begin_changing()
    page.card.form.propose("quartz-Heron-58")
    page.card.form.password.setText("typed-Falcon-42")
    page.card.form.give()
    for _ in range(4):
        seat.settle()
    page.yearly.show_account(account)
    seat.settle()

    assert page.yearly.chip.word == seat.words.say("yearly.stage-fine")
