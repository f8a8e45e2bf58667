"""Who may begin a departure, settle its lines and sign its end. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.departing import begin_blockers, end_blockers, settle_blockers
from smadmin.domain.departures import SETTLED_BY, Departure, How, Leaving, Line, LineKind, Receipt
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.people import Role

ANA, KIM, PAT = PersonId("ana"), PersonId("kim"), PersonId("pat")
X = AccountId("x")
AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
ADMIN, PRINCIPAL = frozenset({Role.ADMINISTRATOR}), frozenset({Role.PRINCIPAL})


def departure(*lines: Line, **receipts: How) -> Departure:
    given = {key: Receipt(how, KIM, AT + timedelta(minutes=7)) for key, how in receipts.items()}
    return Departure("d", Leaving(person=ANA, successor=KIM), KIM, AT, lines, given)


@pytest.mark.parametrize(
    ("line", "how", "reason", "said"),
    [
        (Line(LineKind.SESSIONS, X), How.WAIVED, "", "departures.reason-missing"),
        (Line(LineKind.SESSIONS, X), How.WAIVED, "closed there", None),
        (Line(LineKind.RIGHTS), How.WAIVED, "later", "departures.leaders-only"),
        (Line(LineKind.RIGHTS), How.REVOKED, "", "departures.leaders-only"),
        (Line(LineKind.PASSWORD, X), How.CHANGED, "", "departures.keep-first"),
        (Line(LineKind.PASSWORD, X), How.ELSEWHERE, "by telephone", "departures.keep-first"),
        (Line(LineKind.LOG_IN, X), How.NOT_THEIRS, "", "departures.open-first"),
        (Line(LineKind.LOG_IN, X), How.CHANGED, "", "departures.open-first"),
        (Line(LineKind.ROLES, X), How.REVOKED, "", "departures.open-first"),
        (Line(LineKind.TOKENS, X), How.CHANGED, "", "departures.open-first"),
        (Line(LineKind.SESSIONS, X), How.REVOKED, "", "departures.open-first"),
        (Line(LineKind.LOG_IN, X), How.ELSEWHERE, " ", "departures.reason-missing"),
        (Line(LineKind.LOG_IN, X), How.ELSEWHERE, "by telephone", None),
        (Line(LineKind.COPIES), How.ELSEWHERE, "by telephone", "departures.settled-already"),
        (Line(LineKind.ACCOUNTS), How.HANDED_OVER, "", "departures.with-rights"),
        (Line(LineKind.NOBODY), How.HANDED_OVER, "", None),
        (Line(LineKind.SESSIONS, X), How.NOT_THEIRS, "", "departures.settled-already"),
        (None, How.REVOKED, "", "departures.settled-already"),
    ],
)
def test_how_a_line_may_be_settled(line: Line | None, how: How, reason: str, said: str | None) -> None:
    reasons = settle_blockers(departure(), line, how, by=KIM, roles=ADMIN, reason=reason)

    assert [one.message.id for one in reasons] == ([] if said is None else [said])


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    ("how", "seat", "reason", "said"),
    [
        (How.REVOKED, "desk", "", None),
        (How.REVOKED, "office", "", "departures.remove-there"),
        (How.REVOKED, None, "", "departures.remove-there"),
        (How.REMOVED_THERE, "desk", "", "departures.remove-there"),
        (How.ELSEWHERE, "office", "", "departures.reason-missing"),
        (How.ELSEWHERE, "office", "Ms. Ito deleted that login", None),
        (How.WAIVED, "office", "", "departures.reason-missing"),
        (How.WAIVED, "office", "it was burnt", None),
    ],
)
def test_folders_of_a_login_are_removed_there_or_somebody_says_who_did(
    how: How, seat: str | None, reason: str, said: str | None
) -> None:
    line, at = Line(LineKind.PROFILES, seat=SeatId("desk")), None if seat is None else SeatId(seat)

    reasons = settle_blockers(departure(line), line, how, by=KIM, roles=ADMIN, reason=reason, seat=at)

    assert [one.message.id for one in reasons] == ([] if said is None else [said])


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("kind", [LineKind.LOG_IN, LineKind.ROLES, LineKind.TOKENS, LineKind.SESSIONS])
def test_a_line_on_a_page_is_done_once_the_page_was_opened(kind: LineKind) -> None:
    how = SETTLED_BY[kind]

    assert settle_blockers(departure(), Line(kind, X), how, by=KIM, roles=ADMIN, reason="")
    assert not settle_blockers(departure(), Line(kind, X), how, by=KIM, roles=ADMIN, reason="", opened=True)


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
