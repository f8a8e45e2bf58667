"""A notice in the real window: signed in advance, then four acts from sign-in to released."""

import pytest

from tests.journeys.notice_road import send_notice, sign_a_text
from tests.journeys.sitting import Sitting


@pytest.mark.demand("YEL-B1")
def test_a_closure_is_released_to_all_accounts_in_four_acts(seat: Sitting) -> None:
    seat.look_around()
    sign_a_text(seat)

    acts = send_notice(seat)

    assert acts.total <= 4, acts
    assert acts.people == {"Maya Ortega"}
