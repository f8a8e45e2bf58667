"""What Today says of log-ins that are to be confirmed for another year. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import say
from smadmin.domain.yearly import Stage
from smadmin.services.yearly import Confirmed
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_STATES = {Stage.SOON: State.NOTE, Stage.DUE: State.DOUBT, Stage.LATE: State.STOP}


def yearly_needs(found: Iterable[Confirmed]) -> Iterator[Need]:
    """Say of each account's log-in when it was last confirmed, and lead there."""
    for one in found:
        title = say(f"yearly.today-{one.stage.name.lower()}", account=one.account.label, due=one.due)
        note = say("yearly.today-note", day=one.on, name=one.by)
        step = Step(say("yearly.look"), screen="accounts", subject=f"log-in:{one.account.id}")
        urgency = Urgency.STAFF if one.stage is Stage.SOON else Urgency.ACCOUNTS
        yield Need(urgency, f"yearly:{one.account.id}", _STATES[one.stage], title, note, step)
