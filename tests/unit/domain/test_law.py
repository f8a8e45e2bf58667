"""Recording whether faces may be compared (`law.md`)."""

import pytest

from smadmin.domain.law import LawDecision, law_blockers
from smadmin.domain.people import Role

PRINCIPAL = frozenset({Role.PRINCIPAL})


def decision(
    state: str = "TX", *, by: str = "Board", basis: str = "Policy FL", matching: bool = True
) -> LawDecision:
    return LawDecision(state, by, basis, matching)


def test_a_principal_may_decide_for_matching() -> None:
    assert law_blockers(decision(), PRINCIPAL) == ()


@pytest.mark.parametrize("state", ["NY", "fl", " ny "])
def test_where_the_law_bars_matching_it_cannot_be_decided_for(state: str) -> None:
    reasons = law_blockers(decision(state), PRINCIPAL)

    assert [reason.message.id for reason in reasons] == ["students.law-bars"]
    assert law_blockers(decision(state, matching=False), PRINCIPAL) == ()


def test_an_administrator_does_not_decide_it() -> None:
    reasons = law_blockers(decision(), frozenset({Role.ADMINISTRATOR, Role.REVIEWER}))

    assert [reason.message.id for reason in reasons] == ["students.law-by-principal"]


def test_everything_missing_is_named_at_its_place() -> None:
    reasons = law_blockers(decision("Texas", by=" ", basis=""), PRINCIPAL)

    assert [reason.place for reason in reasons] == ["state", "decided_by", "basis"]
