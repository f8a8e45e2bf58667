"""What Today says of log-ins: who still knows one, who must be told, what runs out. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import Message, say
from smadmin.services.log_in_tasks import LogInTask, TaskKind
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_STATES = {
    TaskKind.REFUSED: State.STOP,
    TaskKind.ROTATE: State.STOP,
    TaskKind.TELL: State.DOUBT,
    TaskKind.HOLDERS: State.DOUBT,
}
_A_WEEK = 7


def log_in_needs(tasks: Iterable[LogInTask]) -> Iterator[Need]:
    """Say what is to be done with each log-in, and lead to its account."""
    for one in tasks:
        if one.kind is TaskKind.TOKEN:
            yield _token_need(one)
            continue
        people = tuple(say("accounts.person", name=name) for name in one.people)
        named = "-people" if one.kind is TaskKind.ROTATE or people else ""
        title = say(f"loginui.today-{one.kind}", account=one.account.label)
        note = say(f"loginui.today-{one.kind}-note{named}", day=one.day, people=people)
        yield _need(one, _STATES[one.kind], title, note)


def _token_need(task: LogInTask) -> Need:
    """Say how long a token still works; from its last day but one on it is pressing."""
    stage = "-over" if task.left < 0 else "-last" if task.left == 0 else ""
    title = say(f"loginui.today-token{stage}", account=task.account.label, n=task.left)
    note = say("loginui.today-token-note-over" if task.left < 0 else "loginui.today-token-note", day=task.day)
    far = State.DOUBT if task.left <= _A_WEEK else State.NOTE
    return _need(task, State.STOP if task.left <= 1 else far, title, note)


def _need(task: LogInTask, state: State, title: Message, note: Message) -> Need:
    part = "log-in:renew" if task.kind is TaskKind.REFUSED else "log-in"
    step = Step(say("loginui.today-look"), screen="accounts", subject=f"{part}:{task.account.id}")
    return Need(Urgency.ACCOUNTS, f"log-in:{task.kind}:{task.account.id}", state, title, note, step)
