"""The yearly confirmation of log-ins: who says it, who is reminded when."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import Stage
from smadmin.services.proof import Proof
from smadmin.services.yearly import YearlyConfirmations
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import kept, vault_of


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


@pytest.fixture
def account(school: TinySchool) -> AccountId:
    return kept(school, vault_of(school))


def yearly(school: TinySchool) -> YearlyConfirmations:
    return YearlyConfirmations(school.desk, Proof(school.desk, lambda: school.noted))


def reminded(school: TinySchool) -> set[str]:
    return {name for name in ("ana", "pat", "bo", "cem") if yearly(school).brief(school.by(name))}


@pytest.mark.demand("BAL-B1b4")
@pytest.mark.parametrize(
    ("days", "who"),
    [
        (334, set[str]()),
        (335, {"ana"}),
        (365, {"ana", "pat"}),
        (395, {"ana", "pat", "cem"}),
    ],
)
def test_whoever_writes_hears_of_it_first_and_the_district_last(
    school: TinySchool, account: AccountId, days: int, who: set[str]
) -> None:
    school.clock.at += timedelta(days=days)

    assert reminded(school) == who


@pytest.mark.demand("BAL-B1b4")
def test_confirming_stands_in_the_record_and_is_good_for_a_year(
    school: TinySchool, account: AccountId
) -> None:
    school.clock.at += timedelta(days=380)

    yearly(school).confirm(school.by("ana"), account)

    assert reminded(school) == set()
    found = yearly(school).of(school.by("pat"), account)
    assert found is not None
    assert (found.by, found.stage) == ("Ana Brooks", Stage.FINE)
    assert found.due == found.on + timedelta(days=365)


def test_who_does_not_hold_it_confirms_nothing(school: TinySchool, account: AccountId) -> None:
    with pytest.raises(NotAllowed) as refused:
        yearly(school).confirm(school.by("bo"), account)
    assert [one.message.id for one in refused.value.reasons] == ["yearly.not-yours"]

    with pytest.raises(NotAllowed), school.desk.deed(school.by("bo")) as deed:
        deed.record(Act.CONFIRM_LOG_IN, Noun.CREDENTIALS, account)


def test_where_none_is_kept_there_is_nothing_to_confirm(school: TinySchool) -> None:
    nowhere = AccountId("01890000-0000-7000-8000-000000000000")

    assert [one.message.id for one in yearly(school).blockers(school.by("pat"), nowhere)] == [
        "yearly.none-kept"
    ]


MADE = LogIn("social@lincoln.example", "quartz-Heron-58", made="quartz-Heron-58")


def test_a_password_made_here_counts_only_once_somebody_logged_in_with_it(
    school: TinySchool, account: AccountId
) -> None:
    """It was called confirmed on the day it was made, while the platform still had the one before."""
    vault_of(school).keep(school.by("ana"), account, MADE)
    made = yearly(school).of(school.by("ana"), account)
    on_today = reminded(school)
    vault_of(school).keep(school.by("ana"), account, replace(MADE, made="", email="social@lincoln.example"))
    typed = yearly(school).of(school.by("ana"), account)

    yearly(school).confirm(school.by("ana"), account)
    tried = yearly(school).of(school.by("ana"), account)

    assert made is not None
    assert (made.unset, made.stage, made.due - made.on) == (True, Stage.SOON, timedelta(days=7))
    assert on_today == {"ana"}
    assert typed == made  # another mailbox says nothing about the password
    assert tried is not None
    assert (tried.unset, tried.stage) == (False, Stage.FINE)


@pytest.mark.parametrize(("days", "stage"), [(6, Stage.SOON), (7, Stage.DUE), (37, Stage.LATE)])
def test_a_password_that_nobody_set_is_asked_about_within_a_week(
    school: TinySchool, account: AccountId, days: int, stage: Stage
) -> None:
    vault_of(school).keep(school.by("ana"), account, MADE)
    school.clock.at += timedelta(days=days)

    found = yearly(school).of(school.by("ana"), account)

    assert found is not None
    assert found.stage is stage


def test_a_password_that_somebody_typed_in_counts_from_then_on(
    school: TinySchool, account: AccountId
) -> None:
    vault_of(school).keep(school.by("ana"), account, MADE)
    vault_of(school).keep(school.by("ana"), account, LogIn("social@lincoln.example", "other-Falcon-77"))

    found = yearly(school).of(school.by("ana"), account)

    assert found is not None
    assert not found.unset
