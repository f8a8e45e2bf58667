"""What a card for an emergency asks for before it is closed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.cases import About, Case, CaseId, Opening, close_blockers
from smadmin.domain.escalations import Telling, Told, Trouble, Whom
from smadmin.domain.ids import PersonId

_AT = datetime(2026, 11, 16, 14, 5, tzinfo=UTC)
_THERE = datetime(2026, 11, 16, 9, 5)  # noqa: DTZ001  the school's own


def case(trouble: Trouble, *whom: Whom) -> Case:
    told = tuple(Told(Telling(trouble, one, _THERE), PersonId("ana"), date(2026, 11, 16)) for one in whom)
    return Case(CaseId("one"), Opening(trouble), PersonId("ana"), _AT, told)


@pytest.mark.demand("BAL-E1")
@pytest.mark.demand("BAL-E2")
@pytest.mark.demand("BAL-E3")
@pytest.mark.demand("BAL-F2")
@pytest.mark.parametrize("trouble", list(Trouble))
def test_no_card_is_closed_before_anybody_was_told(trouble: Trouble) -> None:
    (reason,) = close_blockers(case(trouble))
    assert reason.place == "whom"

    everybody = case(trouble, *Whom)
    assert close_blockers(everybody) == ()
    assert close_blockers(replace(everybody, closed_at=_AT))


@pytest.mark.demand("WIC-G5")
def test_suspected_abuse_is_closed_only_once_somebody_who_acts_on_it_was_told() -> None:
    told = case(Trouble.ABUSE, Whom.PRINCIPAL, Whom.COMMUNICATIONS, Whom.PARENTS, Whom.OFFICE)
    (reason,) = close_blockers(told)
    assert (reason.message.id, reason.citation) == ("cases.not-reported", "WIC-G5")

    assert close_blockers(case(Trouble.ABUSE, Whom.CHILD_PROTECTION)) == ()


@pytest.mark.demand("BLO-IV-D2")
def test_where_a_child_is_out_the_principal_knows_and_nothing_is_seen_any_more() -> None:
    assert [one.message.id for one in close_blockers(case(Trouble.CHILD_OUT, Whom.PARENTS), still_out=2)] == [
        "cases.principal-first",
        "cases.still-out",
    ]
    assert close_blockers(case(Trouble.CHILD_OUT, Whom.PRINCIPAL)) == ()
    assert close_blockers(case(Trouble.PRIVATE_OUT, Whom.COMMUNICATIONS))


def test_an_opening_is_read_as_it_was_signed() -> None:
    opening = Opening(Trouble.CHILD_OUT, About.POST, "a post")
    assert Opening.from_plain(opening.to_plain()) == opening
