"""What the policy asks for before a log-in is opened."""

from PySide6.QtWidgets import QWidget

from smadmin.services.policy_texts import copied as own_copy
from smadmin.ui.accounts.screen import AccountsScreen
from tests.gui.accounts.test_log_in import card_of, keep, screen, seat
from tests.gui.seated import Seat

AT_WILL = 'locked_copies = "at_will"'

__all__ = ["screen", "seat"]


def test_a_stricter_policy_asks_for_a_reason_at_once(
    screen: AccountsScreen, seat: Seat, window: QWidget
) -> None:
    keep(screen, seat)
    screen.settle()
    by = seat.by("ellen-whitcomb")
    principals = AccountsScreen(seat.around)
    seat.show(principals, window)
    seat.settle()
    assert card_of(principals).why_field.isHidden()

    policies, named = seat.office.policies, seat.office.school.policy
    text = own_copy(policies.text_in_force(by), base=named, as_id="own")
    text = text.replace(AT_WILL, 'locked_copies = "emergency"')
    stricter = policies.read(by, text, file="own.toml", language="en")
    principals.changed(policies.put_in_force(by, stricter), None)
    seat.settle()

    assert not card_of(principals).why_field.isHidden()
    principals.settle()
