"""What Today says of words for visitors that nobody saw on an account."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.visitor_rules import Posted, RulesStage, VisitorRules
from smadmin.services.visitor_rules import RulesSheet
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.visitors import visitor_needs

ACCOUNT = cast("Account", SimpleNamespace(id=AccountId("x"), label="@lincoln_es"))


def sheet(stage: RulesStage, *, notices: tuple[str, ...] = ("Official.",)) -> RulesSheet:
    rules = VisitorRules(notices, {"en": "Official."}, ("YEL-A3",))
    posted = None if stage is RulesStage.NEVER else Posted(date(2025, 11, 16), "Ana Brooks")
    return RulesSheet(ACCOUNT, rules, stage, posted, None, ())


@pytest.mark.demand("YEL-A3")
def test_the_notice_that_nobody_saw_there_leads_to_its_words() -> None:
    (need,) = visitor_needs([sheet(RulesStage.NEVER)])

    assert need.title.id == "visitors.today-notice-never"
    assert need.state is State.DOUBT
    assert need.urgency is Urgency.ACCOUNTS
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("accounts", "set-up:x")


@pytest.mark.parametrize(
    ("stage", "state", "urgency"),
    [
        (RulesStage.SOON, State.NOTE, Urgency.STAFF),
        (RulesStage.DUE, State.DOUBT, Urgency.ACCOUNTS),
        (RulesStage.CHANGED, State.DOUBT, Urgency.ACCOUNTS),
        (RulesStage.LATE, State.STOP, Urgency.ACCOUNTS),
    ],
)
def test_it_grows_more_urgent_and_says_who_saw_them_last(
    stage: RulesStage, state: State, urgency: Urgency
) -> None:
    (need,) = visitor_needs([sheet(stage, notices=())])

    assert (need.title.id, need.state, need.urgency) == (f"visitors.today-{stage.value}", state, urgency)
    assert need.note is not None
    assert need.note.values["name"] == "Ana Brooks"
