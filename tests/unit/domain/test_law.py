"""Recording whether faces may be compared (`law.md`)."""

from datetime import date, timedelta

import pytest

from smadmin.domain.law import LawDecision, law_blockers
from smadmin.domain.people import Role

PRINCIPAL = frozenset({Role.PRINCIPAL})
TODAY = date(2026, 11, 16)


def decision(
    state: str = "TX",
    *,
    by: str = "Board",
    basis: str = "Policy FL",
    matching: bool = True,
    on: date | None = None,
) -> LawDecision:
    return LawDecision(state, by, basis, matching, on)


def test_a_principal_may_decide_for_matching() -> None:
    assert law_blockers(decision(), PRINCIPAL, today=TODAY) == ()


@pytest.mark.parametrize("state", ["NY", "fl", " ny "])
def test_where_the_law_bars_matching_it_cannot_be_decided_for(state: str) -> None:
    reasons = law_blockers(decision(state), PRINCIPAL, today=TODAY)

    assert [reason.message.id for reason in reasons] == ["students.law-bars"]
    assert law_blockers(decision(state, matching=False), PRINCIPAL, today=TODAY) == ()


def test_an_administrator_does_not_decide_it() -> None:
    reasons = law_blockers(decision(), frozenset({Role.ADMINISTRATOR, Role.REVIEWER}), today=TODAY)

    assert [reason.message.id for reason in reasons] == ["students.law-by-principal"]


def test_everything_missing_is_named_at_its_place() -> None:
    reasons = law_blockers(decision("Texas", by=" ", basis=""), PRINCIPAL, today=TODAY)

    assert [reason.place for reason in reasons] == ["state", "decided_by", "basis"]


@pytest.mark.parametrize("state", ["XX", "N.", "\uff2e\uff39", "\u039d\u03a5"])
def test_no_other_letters_slip_past_the_states_that_bar_it(state: str) -> None:
    assert [reason.place for reason in law_blockers(decision(state), PRINCIPAL, today=TODAY)] == ["state"]


def test_what_will_be_decided_tomorrow_allows_nothing_today() -> None:
    tomorrow = TODAY + timedelta(days=1)

    ahead = law_blockers(decision(on=tomorrow), PRINCIPAL, today=TODAY)

    assert [(one.message.id, one.place) for one in ahead] == [("students.law-not-yet", "decided_on")]
    assert law_blockers(decision(on=TODAY), PRINCIPAL, today=TODAY) == ()


def test_a_year_in_which_nobody_decided_about_it_is_mistyped() -> None:
    (early,) = law_blockers(decision(on=date(1, 1, 1)), PRINCIPAL, today=TODAY)

    assert (early.message.id, early.place) == ("students.law-too-early", "decided_on")
