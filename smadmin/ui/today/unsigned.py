"""What Today says of days off and of accounts' rest that nobody signed. Pure, no Qt."""

from collections.abc import Iterator, Sequence

from smadmin.domain.messages import Message, say
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def unsigned_needs(found: Sequence[Message]) -> Iterator[Need]:
    """Say each of them, and lead to where the record is proven."""
    for place, message in enumerate(found):
        step = Step(say("today.see-record"), screen="records")
        yield Need(
            Urgency.ALARM, f"unsigned:{place}", State.STOP, message, say("records.rests-unsigned-note"), step
        )
