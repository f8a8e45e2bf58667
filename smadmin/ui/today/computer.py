"""What Today says of the computer that somebody sits at. Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.computers import Owner
from smadmin.domain.messages import say
from smadmin.services.computers import Here
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def computer_needs(here: Here) -> Iterator[Need]:
    """Ask why somebody sits at their own, once whose it is, once a year whether it is protected."""
    step = Step(say("computers.answer"), screen="computer")
    if here.needs_why:
        title, note = say("computers.today-why"), say("computers.today-why-note")
        yield Need(Urgency.NOTICE, "computer-why", State.DOUBT, title, note, step)
    if not here.protection_due:
        return
    if here.computer is None:
        if here.may_say:
            title, note = say("computers.whose"), say("computers.today-whose-note")
            yield Need(Urgency.STAFF, "computer-whose", State.NOTE, title, note, step)
    elif here.computer.owner is Owner.SCHOOL:
        title, note = say("computers.today-protected"), say("computers.today-protected-note")
        yield Need(Urgency.STAFF, "computer-protected", State.NOTE, title, note, step)
