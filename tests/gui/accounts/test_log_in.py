"""A log-in in the window: kept, shown and gone again, copied, with and without a keyring."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain.errors import Reason
from smadmin.domain.log_ins import SecondStep
from smadmin.domain.messages import say
from smadmin.services.copies import Field
from smadmin.ui.accounts.log_in import LogInCard
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.log_in_shown import SHOWN_S
from smadmin.ui.accounts.model import LogInModel
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.labels import PlainLabel
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

SECRET = "canary-9f3c-password"
CODE = "canary-1111-2222"


class NoSecrets:
    """A computer without a keyring."""

    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))

    def set(self, item: str, secret: str) -> None:
        raise NoKeyring(say("keys.no-keyring"))

    def delete(self, item: str) -> None:
        raise NoKeyring(say("keys.no-keyring"))


seat = seat_of("maya-ortega")


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> Iterator[AccountsScreen]:
    made = AccountsScreen(seat.around)
    seat.show(made, window)
    yield made
    made.settle()


def page_of(screen: AccountsScreen) -> LogInPage:
    page = screen.panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    return page


def card_of(screen: AccountsScreen) -> LogInCard:
    return page_of(screen).card


def keep(screen: AccountsScreen, seat: Seat) -> None:
    card = card_of(screen)
    card.keep_button.click()
    card.form.password.setText(SECRET)
    card.form.codes.setPlainText(f"{CODE}\n\n")
    card.form.save_button.click()
    seat.settle()


def in_view(widget: QWidget, area: QScrollArea) -> bool:
    place = QRect(widget.mapTo(area.viewport(), widget.rect().topLeft()), widget.size())
    return widget.isVisibleTo(area) and area.viewport().rect().contains(place)


def on_screen(screen: AccountsScreen) -> str:
    """Give every text that stands in any widget of the screen, seen or not."""
    labels = [label.text() + label.accessibleName() for label in screen.findChildren(PlainLabel)]
    lines = [line.text() for line in screen.findChildren(QLineEdit)]
    return "\n".join([*labels, *lines, card_of(screen).form.codes.toPlainText()])


def shown(screen: AccountsScreen) -> bool:
    return card_of(screen).shown


def copied(screen: AccountsScreen) -> bool:
    return page_of(screen).desk.clipboard.holds


def acts(seat: Seat) -> list[str]:
    return [entry.act for entry in seat.office.records.newest(3)]


def test_a_log_in_is_kept_and_leaves_the_form(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)

    card = card_of(screen)
    assert card.note.whole_text.startswith("Kept: in this computer's keyring")
    assert card.said.whole_text.startswith("Put in by ")
    assert SECRET not in on_screen(screen)
    card.form.password.undo()
    assert SECRET not in on_screen(screen)


def test_the_form_opens_in_view_and_enter_keeps(screen: AccountsScreen, seat: Seat, qtbot: QtBot) -> None:
    card = card_of(screen)
    area = screen.findChild(QScrollArea, "account")
    assert isinstance(area, QScrollArea)

    card.keep_button.click()
    qtbot.waitUntil(lambda: in_view(card.form.save_button, area))
    assert in_view(card.form.user, area)
    assert screen.focusWidget() is card.form.user

    QTest.keyClick(card.form.user, Qt.Key.Key_Return)
    assert screen.focusWidget() is card.form.password
    card.form.password.setText(SECRET)
    QTest.keyClick(card.form.password, Qt.Key.Key_Return)
    seat.settle()

    assert card.said.whole_text.startswith("Put in by ")


def test_a_password_is_needed(screen: AccountsScreen) -> None:
    card = card_of(screen)
    card.keep_button.click()
    card.form.save_button.click()

    assert card.form.password_field.error == "Type the password."
    assert card.form.user.text() == "x@lincoln.example"


def test_a_log_in_is_shown_for_half_a_minute_and_the_record_says_so(
    screen: AccountsScreen, seat: Seat
) -> None:
    keep(screen, seat)
    card = card_of(screen)

    card.show_button.click()
    seat.settle()
    assert shown(screen)
    assert SECRET in on_screen(screen)
    assert CODE in on_screen(screen)
    assert acts(seat)[0] == "reveal"

    for _ in range(SHOWN_S):
        card.tick()
    assert not shown(screen)
    assert SECRET not in on_screen(screen)


def test_nothing_is_shown_without_the_passphrase(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)
    seat.doors.gives_passphrase = False

    card_of(screen).show_button.click()
    seat.settle()

    assert not shown(screen)
    assert "reveal" not in acts(seat)


def test_another_account_hides_the_log_in(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)
    card_of(screen).show_button.click()
    seat.settle()

    screen.open_subject(screen.list.rows[1].key)

    assert SECRET not in on_screen(screen)


def test_settling_empties_screen_and_clipboard(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)
    card = card_of(screen)
    card.show_button.click()
    card.copy_buttons[Field.PASSWORD].click()
    seat.settle()
    assert copied(screen)
    assert "cleared in 20 seconds" in card.note.whole_text

    screen.settle()

    assert not copied(screen)
    assert SECRET not in on_screen(screen)


def test_without_a_keyring_it_is_said_and_the_locked_copy_serves(screen: AccountsScreen, seat: Seat) -> None:
    seat.office.vault._secrets = NoSecrets()

    keep(screen, seat)
    assert "keyring doesn't answer" in card_of(screen).note.whole_text

    card_of(screen).show_button.click()
    seat.settle()
    assert SECRET in on_screen(screen)


def test_what_the_vault_refuses_stands_on_the_card(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)
    account = seat.office.accounts.all()[1]
    screen.open_subject(account.id)

    page_of(screen).desk.show(account)
    seat.settle()

    assert "No log-in is kept for this account." in card_of(screen).note.whole_text


def test_who_may_not_open_it_is_told_why(screen: AccountsScreen) -> None:
    not_yours = Reason(say("vault.not-yours"))
    card = card_of(screen)

    card.show_model(LogInModel(True, say("accountui.log-in-none"), False, (not_yours,), ""))

    for button in (card.show_button, card.keep_button, *card.copy_buttons.values()):
        assert not button.isEnabled()
        assert button.accessibleDescription() == "You are not among the people who may open this log-in."


def test_after_people_changed_it_can_be_locked_anew(screen: AccountsScreen, seat: Seat) -> None:
    keep(screen, seat)
    card, account = card_of(screen), seat.office.accounts.all()[0].id
    assert not card.reseal_button.isVisibleTo(screen)
    card.show_model(LogInModel(True, say("accountui.log-in-none"), True, (), ""))
    assert card.reseal_button.isVisibleTo(screen)

    card.reseal_button.click()
    seat.settle()

    kept = seat.office.vault.kept(account)
    assert kept is not None
    assert kept.version == 2
    assert not card.reseal_button.isVisibleTo(screen)


def test_who_can_t_open_it_isn_t_offered_to_lock_it_anew(screen: AccountsScreen) -> None:
    card = card_of(screen)
    others = say("accountui.others-open", people=(say("accounts.person", name="Ana"),))

    card.show_model(LogInModel(True, say("accountui.log-in-none"), True, (), "", others))

    assert not card.reseal_button.isVisibleTo(screen)
    assert card.others.isVisibleTo(screen)
    assert card.keep_button.isEnabled()
    assert "Your key on this computer doesn't open it. Ana can" in card.show_button.accessibleDescription()


def test_a_seed_that_is_none_is_said_at_its_field_in_view(
    screen: AccountsScreen, seat: Seat, qtbot: QtBot
) -> None:
    card = card_of(screen)
    area = screen.findChild(QScrollArea, "account")
    assert isinstance(area, QScrollArea)
    card.keep_button.click()
    card.form.password.setText(SECRET)
    card.form.second.setCurrentIndex(card.form.second.findData(SecondStep.CODES.value))
    card.form.seed.setText("not a seed 018")

    card.form.save_button.click()
    seat.settle()

    assert card.form.seed_field.error.startswith("This is no seed for codes.")
    assert screen.focusWidget() is card.form.seed
    qtbot.waitUntil(lambda: in_view(card.form.seed_field, area))
    assert not card.said.whole_text.startswith("Put in by ")
    card.form.seed.textEdited.emit("JBSW")
    assert card.form.seed_field.error == ""
