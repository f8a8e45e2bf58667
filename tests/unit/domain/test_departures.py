"""A departure's lines, its clock, and who may do what with it. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.departures import (
    Departure,
    How,
    Leaving,
    Line,
    LineKind,
    Receipt,
    begin_blockers,
    end_blockers,
    settle_blockers,
)
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.people import Role

ANA, KIM, PAT = PersonId("ana"), PersonId("kim"), PersonId("pat")
X, PAGE = AccountId("x"), AccountId("page")
AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
ADMIN, PRINCIPAL = frozenset({Role.ADMINISTRATOR}), frozenset({Role.PRINCIPAL})


def departure(*lines: Line, **receipts: How) -> Departure:
    given = {key: Receipt(how, KIM, AT + timedelta(minutes=7)) for key, how in receipts.items()}
    return Departure("d", Leaving(person=ANA, successor=KIM), KIM, AT, lines, given)


def test_the_clock_stands_once_everything_is_settled() -> None:
    line = Line(LineKind.RIGHTS)
    later = AT + timedelta(hours=30)

    assert departure(line).minutes(later) == 1800
    assert departure(line, rights=How.REVOKED).minutes(later) == 7
    assert departure(line).minutes(AT - timedelta(minutes=5)) == 0


def test_the_first_receipt_of_a_line_counts() -> None:
    done = departure(Line(LineKind.RIGHTS), rights=How.REVOKED)

    assert done.settled("rights", Receipt(How.WAIVED, PAT, AT, "no")) == done


@pytest.mark.parametrize(
    ("line", "how", "reason", "said"),
    [
        (Line(LineKind.SESSIONS, X), How.WAIVED, "", "departures.reason-missing"),
        (Line(LineKind.SESSIONS, X), How.WAIVED, "closed there", None),
        (Line(LineKind.RIGHTS), How.WAIVED, "later", "departures.leaders-only"),
        (Line(LineKind.RIGHTS), How.REVOKED, "", "departures.leaders-only"),
        (Line(LineKind.PASSWORD, X), How.CHANGED, "", "departures.keep-first"),
        (Line(LineKind.LOG_IN, X), How.NOT_THEIRS, "", None),
        (Line(LineKind.SESSIONS, X), How.NOT_THEIRS, "", "departures.settled-already"),
        (None, How.REVOKED, "", "departures.settled-already"),
    ],
)
def test_how_a_line_may_be_settled(line: Line | None, how: How, reason: str, said: str | None) -> None:
    reasons = settle_blockers(departure(), line, how, by=KIM, roles=ADMIN, reason=reason)

    assert [one.message.id for one in reasons] == ([] if said is None else [said])


@pytest.mark.parametrize(
    ("leaving", "here", "said"),
    [
        (Leaving(), True, "departures.choose-who"),
        (Leaving(person=KIM, successor=PAT), True, "departures.not-oneself"),
        (Leaving(person=ANA, successor=PAT), False, "departures.not-here"),
        (Leaving(person=ANA, successor=ANA), True, "departures.choose-successor"),
        (Leaving(person=ANA, successor=PAT), True, None),
        (Leaving(seat=SeatId("laptop")), True, None),
    ],
)
def test_who_may_be_chosen(leaving: Leaving, here: bool, said: str | None) -> None:
    reasons = begin_blockers(leaving, by=KIM, roles=ADMIN, here=here, open_already=False)

    assert [one.message.id for one in reasons] == ([] if said is None else [said])


def test_where_the_principal_leaves_the_rest_of_the_office_signs_the_end() -> None:
    over = departure(Line(LineKind.RIGHTS), rights=How.REVOKED)
    theirs = replace(over, leaving=Leaving(person=PAT, successor=KIM))
    office = frozenset({Role.COMMUNICATIONS})

    assert end_blockers(over, by=KIM, roles=office, principals=frozenset({PAT}))
    assert not end_blockers(over, by=PAT, roles=PRINCIPAL, principals=frozenset({PAT}))
    assert not end_blockers(theirs, by=KIM, roles=office, principals=frozenset({PAT}))
