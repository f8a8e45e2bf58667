"""What the principal reads before deciding about a record that isn't the one that was here last. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.records import Head
from smadmin.services.alarm import Alarm
from smadmin.ui.theme import State


@dataclass(frozen=True)
class Line:
    """A finding and what it means."""

    state: State
    title: Message
    note: Message


@dataclass(frozen=True)
class AlarmModel:
    """The screen.

    Args:
        lines: what is wrong; empty when nothing is any more.
        advice: what to do, one below the other.
        missing: why the main button is grey.
        can_be_taken: whether there is a main button at all.
    """

    lines: tuple[Line, ...]
    advice: tuple[Message, ...]
    missing: tuple[Reason, ...]
    can_be_taken: bool


def alarm_model(alarm: Alarm | None) -> AlarmModel:
    """Say what is wrong and what can be decided."""
    if alarm is None:
        return AlarmModel((), (say("trouble.all-well"),), (), can_be_taken=False)
    lines = tuple(_lines(alarm))
    if alarm.other_root:
        return AlarmModel(lines, (say("trouble.other-root-advice"),), (), can_be_taken=False)
    if alarm.changed:
        return AlarmModel(lines, (say("trouble.changed-advice"),), (), can_be_taken=False)
    advice = (say("trouble.before-taking"), say("trouble.after-taking"))
    return AlarmModel(lines, advice, alarm.blockers, can_be_taken=True)


def _lines(alarm: Alarm) -> Iterator[Line]:
    if alarm.other_root:
        yield Line(State.STOP, say("trouble.other-root"), say("trouble.other-root-note"))
    if alarm.changed:
        yield Line(State.STOP, say("trouble.changed"), say("trouble.changed-note"))
    back = alarm.restored
    if back is not None:
        lost = back.older and back.here is not None
        here = back.head if back.here is None else back.here
        ends, gone = {"backup": _end(back.head), "here": _end(here)}, here.seq - back.head.seq
        note = say("trouble.restored-older", n=gone, **ends) if lost else say("trouble.restored-note")
        yield Line(State.DOUBT, say("trouble.restored", on=back.made), note)
    elif alarm.noted is not None:
        ends = {"noted": _end(alarm.noted), "ends": _end(alarm.ends)}
        yield Line(State.STOP, say("trouble.shorter"), say("trouble.shorter-note", **ends))
    if alarm.children:
        yield Line(State.DOUBT if back else State.STOP, say("trouble.children"), say(_children(alarm)))


def _children(alarm: Alarm) -> str:
    return "trouble.children-note" if alarm.restored is None else "trouble.children-restored"


def _end(head: Head) -> str:
    return f"{head.seq} · {head.letters[:8]}"
