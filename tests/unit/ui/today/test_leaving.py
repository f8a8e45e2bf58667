"""A departure stands on Today until its end is signed. Pure."""

from datetime import UTC, datetime

from smadmin.domain.departures import Departure, How, Leaving, Line, LineKind, Receipt
from smadmin.domain.ids import PersonId, SeatId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.ui.departures.model import leaver_of
from smadmin.ui.theme import State
from smadmin.ui.today.leaving import leaving_needs
from smadmin.ui.today.need import Urgency

AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
KIM = PersonId("kim")
LINE = Line(LineKind.RIGHTS)


def test_it_is_urgent_while_a_line_is_left_and_then_waits_for_a_signature() -> None:
    begun = Departure("d", Leaving(person=PersonId("ana"), successor=KIM), KIM, AT, (LINE,))
    lost = Departure("e", Leaving(seat=SeatId("x")), KIM, AT, (LINE,))
    done = lost.settled(LINE.key, Receipt(How.REVOKED, KIM, AT))

    first, second = leaving_needs([(begun, "Ana Brooks"), (done, "")])

    assert (first.urgency, first.state, first.title.id) == (
        Urgency.NOTICE,
        State.STOP,
        "departures.today-person",
    )
    assert (second.urgency, second.state, second.note) == (Urgency.SIGN, State.WAITS, second.note)
    assert second.step is not None
    assert (second.step.screen, second.step.subject) == ("departures", "e")


def test_who_is_kept_from_acting_without_a_departure_is_told_and_one_begins_it() -> None:
    (need,) = leaving_needs((), [Person(PersonId("ana"), "Ana Brooks")])

    assert (need.state, need.title.values["name"]) == (State.STOP, "Ana Brooks")
    assert need.step is not None
    assert leaver_of(need.step.subject or "") == "ana"


def test_whose_departure_an_older_record_lacks_is_told_and_one_begins_it_anew() -> None:
    (need,) = leaving_needs((), (), [Person(PersonId("ana"), "Ana Brooks")])

    assert (need.state, need.title) == (State.STOP, say("departures.today-lost", name="Ana Brooks"))
    assert need.step is not None
    assert leaver_of(need.step.subject or "") == "ana"
