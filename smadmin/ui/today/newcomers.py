"""What Today says of people who wait on another login to be let in. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import say
from smadmin.services.requested import Waiting
from smadmin.ui.founding.join_model import who_asks
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def newcomer_needs(waiting: Iterable[Waiting]) -> Iterator[Need]:
    """Name each to whoever may let them in: somebody sits there and can't begin."""
    for one in waiting:
        yield Need(
            Urgency.NOTICE,
            f"newcomer-{one.request.key.id}",
            State.WAITS,
            who_asks(one),
            say("joining.today-note"),
            Step(say("joining.sign"), screen="newcomer"),
        )
