"""A new account in the real window, from its first idea to its first draft, by the three people it takes."""

import pytest

from smadmin.domain.accounts import AccountStage
from tests.journeys.account_road import (
    HANDLE,
    NAME,
    approve,
    ask,
    go_live,
    offered,
    set_up,
    the_account,
)
from tests.journeys.hand import Acts
from tests.journeys.roads import AUTHOR, OFFICE, PRINCIPAL
from tests.journeys.sitting import Sitting

MOST_ACTS = 70


@pytest.mark.demand("YEL-Q")
@pytest.mark.demand("YEL-A1")
@pytest.mark.demand("WIC-P1")
def test_an_account_is_asked_for_and_posted_from_only_once_it_is_live(seat: Sitting) -> None:
    hand, pill = seat.hand, f"{NAME}, @{HANDLE}, X"
    seat.look_around()
    hand.acts = Acts()

    ask(seat)
    assert the_account(seat).stage is AccountStage.ASKED
    assert nowhere(seat)
    seat.lock()
    approve(seat, PRINCIPAL)
    assert the_account(seat).stage is AccountStage.ASKED
    seat.lock()
    approve(seat, OFFICE)
    assert the_account(seat).stage is AccountStage.SET_UP
    seat.lock()
    set_up(seat)
    assert nowhere(seat)
    seat.go("accounts")
    go_live(seat)

    assert pill in offered(seat)
    hand.press(pill)
    hand.wait("its plate in the bar", lambda: any(HANDLE in one for one in plates(seat)))
    assert hand.acts.people == {AUTHOR, PRINCIPAL, OFFICE}
    assert hand.acts.total <= MOST_ACTS, hand.acts


def nowhere(seat: Sitting) -> bool:
    """Tell whether Compose offers other accounts and not this one."""
    found = offered(seat)
    return bool(found) and not any(NAME in one for one in found)


def plates(seat: Sitting) -> list[str]:
    return [one.accessibleName() for one in seat.frame.bar.plates]
