"""What is told of a departure under way: it stands here until its end is signed. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.departures import Departure
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.ui.departures.model import leaver_subject
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def leaving_needs(
    under_way: Iterable[tuple[Departure, str]],
    unexplained: Iterable[Person] = (),
    left_behind: Iterable[Person] = (),
) -> Iterator[Need]:
    """Tell whoever can go on with a departure that it isn't finished.

    Args:
        under_way: each with the name of who leaves, empty for a computer.
        unexplained: who is kept from acting as if they left, and nobody began a departure.
        left_behind: whose departure the older record lacks that was put back.
    """
    to_begin = {"departures.today-unexplained": unexplained, "departures.today-lost": left_behind}
    for said, people in to_begin.items():
        for person in people:
            step = Step(say("departures.begin-one"), screen="departures", subject=leaver_subject(person.id))
            title, note = say(said, name=person.name), say(f"{said}-note")
            yield Need(Urgency.NOTICE, f"leaver:{person.id}", State.STOP, title, note, step)
    for one, name in under_way:
        title = say("departures.today-person", name=name) if name else say("departures.today-computer")
        left = len(one.left)
        note = say("departures.today-left", n=left) if left else say("departures.today-sign")
        step = Step(say("departures.go-on"), screen="departures", subject=one.id)
        state = State.STOP if left else State.WAITS
        urgency = Urgency.NOTICE if left else Urgency.SIGN
        yield Need(urgency, f"departure:{one.id}", state, title, note, step)
