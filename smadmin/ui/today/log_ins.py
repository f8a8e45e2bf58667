"""What Today says of log-ins: who still knows one, who must be told, what runs out. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import say
from smadmin.services.log_in_tasks import LogInTask, TaskKind
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_STATES = {
    TaskKind.ROTATE: State.STOP,
    TaskKind.TELL: State.DOUBT,
    TaskKind.HOLDERS: State.DOUBT,
    TaskKind.TOKEN: State.DOUBT,
}


def log_in_needs(tasks: Iterable[LogInTask]) -> Iterator[Need]:
    """Say what is to be done with each log-in, and lead to its account."""
    for one in tasks:
        people = tuple(say("accounts.person", name=name) for name in one.people)
        named = "-people" if one.kind is TaskKind.ROTATE or people else ""
        title = say(f"loginui.today-{one.kind}", account=one.account.label)
        note = say(f"loginui.today-{one.kind}-note{named}", day=one.day, people=people)
        step = Step(say("loginui.today-look"), screen="accounts", subject=f"log-in:{one.account.id}")
        yield Need(
            Urgency.ACCOUNTS, f"log-in:{one.kind}:{one.account.id}", _STATES[one.kind], title, note, step
        )
