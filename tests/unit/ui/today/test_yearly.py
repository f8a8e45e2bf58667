"""What Today says of log-ins that are to be confirmed."""

from datetime import date, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.yearly import YEAR, Stage
from smadmin.services.yearly import Confirmed
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.yearly import yearly_needs

ACCOUNT = Account(
    AccountId("a"), SchoolId("s"), Platform.X, "Lincoln", "lincoln_es", "https://x.com/lincoln_es"
)


@pytest.mark.demand("BAL-B1b4")
@pytest.mark.parametrize(
    ("stage", "urgency", "state"),
    [
        (Stage.SOON, Urgency.STAFF, State.NOTE),
        (Stage.DUE, Urgency.ACCOUNTS, State.DOUBT),
        (Stage.LATE, Urgency.ACCOUNTS, State.STOP),
    ],
)
def test_each_stage_is_said_louder_and_leads_to_the_account(
    stage: Stage, urgency: Urgency, state: State
) -> None:
    day = date(2026, 3, 1)
    found = Confirmed(ACCOUNT, day, "Ana Brooks", day + YEAR, stage)

    (need,) = yearly_needs([found])

    assert (need.urgency, need.state) == (urgency, state)
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("accounts", f"log-in:{ACCOUNT.id}")
    assert need.title.values["due"] == day + timedelta(days=365)
