"""A departure's lines and its clock. Pure."""

from datetime import UTC, datetime, timedelta

from smadmin.domain.departures import Departure, How, Leaving, Line, LineKind, Receipt
from smadmin.domain.ids import PersonId

ANA, KIM, PAT = PersonId("ana"), PersonId("kim"), PersonId("pat")
AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


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


def test_who_stays_after_all_is_not_going() -> None:
    line = Line(LineKind.RIGHTS)

    assert departure(line).going
    assert departure(line, rights=How.REVOKED).going
    assert not departure(line, rights=How.WAIVED).going
