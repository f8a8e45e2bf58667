"""What Today says of log-ins that are to be confirmed."""

from datetime import date, timedelta

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SchoolId
from smadmin.domain.yearly import YEAR, Stage
from smadmin.services.password_ages import Aged
from smadmin.services.yearly import Confirmed
from smadmin.ui.theme import State
from smadmin.ui.today.need import Urgency
from smadmin.ui.today.yearly import dated_needs, password_needs, yearly_needs

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


@pytest.mark.demand("BAL-B1b4")
@pytest.mark.parametrize(("years", "told"), [(0, "yearly.today-note"), (1, "yearly.today-note-old")])
def test_an_old_password_is_told_with_the_confirmation(years: int, told: str) -> None:
    day = date(2026, 3, 1)
    since = day if years else day + timedelta(days=30)
    found = Confirmed(ACCOUNT, day, "Ana Brooks", day + YEAR, Stage.SOON, password=since)

    (need,) = yearly_needs([found])

    assert need.note is not None
    assert need.note.id == told


@pytest.mark.parametrize(
    ("stage", "urgency", "state"),
    [
        (Stage.SOON, Urgency.STAFF, State.NOTE),
        (Stage.DUE, Urgency.ACCOUNTS, State.DOUBT),
        (Stage.LATE, Urgency.ACCOUNTS, State.STOP),
    ],
)
def test_a_password_that_the_policy_wants_changed_leads_to_its_log_in(
    stage: Stage, urgency: Urgency, state: State
) -> None:
    due = date(2026, 9, 1)

    (need,) = password_needs([Aged(ACCOUNT, date(2026, 3, 1), due, stage)])

    assert (need.urgency, need.state, need.title.values["due"]) == (urgency, state, due)
    assert need.step is not None
    assert (need.step.words.id, need.step.subject) == ("yearly.password-change", f"log-in:{ACCOUNT.id}")


def test_without_a_day_in_the_policy_an_age_needs_nobody() -> None:
    assert list(password_needs([Aged(ACCOUNT, date(2006, 3, 1), None, Stage.FINE)])) == []


@pytest.mark.parametrize(
    ("age", "year", "told"),
    [
        (Stage.DUE, Stage.DUE, "password"),
        (Stage.LATE, Stage.SOON, "password"),
        (Stage.SOON, Stage.LATE, "yearly"),
        (None, Stage.DUE, "yearly"),
        (Stage.SOON, None, "password"),
    ],
)
def test_one_log_in_has_one_line(age: Stage | None, year: Stage | None, told: str) -> None:
    """Where the policy wants another password each year, both would be said of the same day."""
    day = date(2026, 3, 1)
    aged = [] if age is None else [Aged(ACCOUNT, day, day + YEAR, age)]
    confirmed = [] if year is None else [Confirmed(ACCOUNT, day, "Ana Brooks", day + YEAR, year)]

    (need,) = dated_needs(aged, confirmed)

    assert need.key == f"{told}:{ACCOUNT.id}"
