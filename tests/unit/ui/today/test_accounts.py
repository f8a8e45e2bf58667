"""What Today says of accounts on their way, and of what is missing, in stages."""

from datetime import date, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.services.lives import LifeBrief
from smadmin.ui.theme import State
from smadmin.ui.today.accounts import life_needs
from smadmin.ui.today.need import Need, Urgency

TODAY = date(2026, 11, 16)
CHESS = Account(AccountId("chess"), SchoolId("s"), Platform.X, "Lincoln Chess", "", "")
NOTHING = LifeBrief((), (), (), (), TODAY)


def lacking(days: int) -> list[Need]:
    return list(life_needs(LifeBrief((), (), (), ((CHESS, TODAY + timedelta(days=days)),), TODAY)))


def test_whoever_has_the_turn_has_one_button() -> None:
    (need,) = life_needs(LifeBrief((CHESS,), (), (), (), TODAY))

    assert need.step is not None
    assert (need.step.screen, need.step.subject, need.urgency) == ("accounts", "set-up:chess", Urgency.SIGN)


def test_an_approved_account_leads_to_its_set_up() -> None:
    (need,) = life_needs(LifeBrief((), (CHESS,), (), (), TODAY))

    assert need.title.id == "openingui.today-set-up"
    assert list(life_needs(NOTHING)) == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (30, [("openingui.today-lacking", State.NOTE, Urgency.PLAN)]),
        (7, [("openingui.today-lacking", State.DOUBT, Urgency.ACCOUNTS)]),
        (-1, [("openingui.today-lacking-past", State.DOUBT, Urgency.ACCOUNTS)]),
    ],
)
def test_what_is_missing_is_said_in_stages(days: int, said: list[tuple[str, State, Urgency]]) -> None:
    assert [(one.title.id, one.state, one.urgency) for one in lacking(days)] == said


def test_several_accounts_are_one_line_with_the_first_day() -> None:
    brief = LifeBrief((), (), (), ((CHESS, TODAY), (CHESS, TODAY + timedelta(days=3))), TODAY)

    (need,) = life_needs(brief)

    assert (need.title.values["n"], need.title.values["day"]) == (2, TODAY)


def test_what_was_sent_back_is_said_to_who_asked() -> None:
    (need,) = life_needs(LifeBrief((), (), (CHESS,), (), TODAY))

    assert (need.title.id, need.urgency) == ("openingui.today-sent-back", Urgency.SENT_BACK)
