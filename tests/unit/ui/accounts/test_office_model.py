"""What the page *Communications* offers to whom."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.office_requests import OfficeAnswer, OfficeRequest, Wish
from smadmin.services.district_hand import Confirmed
from smadmin.services.office_requests import RequestSheet
from smadmin.ui.accounts.office_model import OfficeSeen, office_model
from smadmin.ui.theme import State
from tests.unit.domain.test_register import account

AT = datetime(2026, 11, 16, tzinfo=UTC)
NO = (Reason(say("powers.communications-only")),)
REQUEST = OfficeRequest(7, account().id, Wish.REMOVAL, "https://x.com/1", "Why.", None, AT)
SHEET = RequestSheet(REQUEST, account(), "Cem Aydin", "Pat Winters")
SEEN = OfficeSeen(
    account=account(),
    sheets=(SHEET,),
    ask=(),
    answer=(),
    stand_in=(),
    confirmed=None,
    confirmed_by="",
    standing_in=None,
    standing_in_by="",
    any_live=True,
    any_stopped=False,
)


@pytest.mark.demand("YEL-A4")
def test_communications_sees_its_powers_and_the_school_does_not() -> None:
    office = office_model(SEEN)
    school = office_model(replace(SEEN, ask=NO, stand_in=NO, any_stopped=True))

    assert (office.powers, office.stands_in, office.can_ask, office.can_hold_all) == (True,) * 4
    assert not office.can_go_on_all
    assert not any(
        (school.powers, school.stands_in, school.can_ask, school.can_hold_all, school.can_go_on_all)
    )
    assert school.asked[0].answers
    assert not school.asked[0].takes_back


@pytest.mark.demand("YEL-A4")
def test_the_way_in_is_said_with_who_confirmed_it_and_when() -> None:
    confirmed = replace(SEEN, confirmed=Confirmed(None, date(2026, 11, 2)), confirmed_by="Cem Aydin")

    assert office_model(SEEN).access == say("powers.access-none")
    assert office_model(confirmed).access == say("powers.access", name="Cem Aydin", day=date(2026, 11, 2))
    assert office_model(confirmed).access_state is State.FINE


@pytest.mark.demand("BAL-A1")
def test_who_stands_in_is_named_with_the_day() -> None:
    stood_in = replace(SEEN, standing_in=Confirmed(None, date(2026, 11, 2)), standing_in_by="Cem Aydin")

    assert office_model(SEEN).standing_in is None
    assert office_model(stood_in).standing_in == say(
        "powers.standing-in", name="Cem Aydin", day=date(2026, 11, 2)
    )


def test_what_was_answered_is_not_answered_again() -> None:
    done, refused = (
        replace(SHEET, request=replace(REQUEST, answer=OfficeAnswer(None, AT, yes, "Because.")))
        for yes in (True, False)
    )

    first, second = office_model(replace(SEEN, sheets=(done, refused))).asked

    assert (first.answers, first.takes_back, first.state) == (False, False, State.FINE)
    assert (second.answers, second.takes_back, second.state) == (False, True, State.DOUBT)
