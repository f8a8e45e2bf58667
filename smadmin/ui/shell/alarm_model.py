"""What the principal reads before deciding about a record that isn't the one that was here last. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.records import Head
from smadmin.domain.verification import End
from smadmin.services.alarm import Alarm
from smadmin.ui.theme import State

_ROWS_SHOWN = 5
_WHAT_TO_DO = say("trouble.what-to-do")


class AlarmDeed(Enum):
    """The one way on, and the words on its button."""

    TAKE = "trouble.take"
    TRY_AGAIN = "trouble.deed-try-again"
    PUT_BACK = "trouble.put-back-backup"
    SET_ASIDE = "trouble.set-aside"


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
        main: what the main button does; None: there is nothing to do.
        missing: why the main button is grey.
        ask_root: whether root's letters are asked for.
        heading: what stands above the advice.
    """

    lines: tuple[Line, ...]
    advice: tuple[Message, ...] = ()
    main: AlarmDeed | None = None
    missing: tuple[Reason, ...] = ()
    ask_root: bool = False
    heading: Message = _WHAT_TO_DO


def alarm_model(alarm: Alarm | None) -> AlarmModel:
    """Say what is wrong and what can be decided."""
    if alarm is None:
        return AlarmModel((), (say("trouble.all-well"),))
    lines = tuple(_lines(alarm))
    if alarm.refused and not alarm.other_root:
        told = (say("trouble.refused-advice"), say("trouble.refused-after"))
        return AlarmModel(lines, told, AlarmDeed.SET_ASIDE, alarm.keeps)
    if alarm.other_root or alarm.changed:
        advice = "trouble.other-root-advice" if alarm.other_root else "trouble.changed-advice"
        return AlarmModel(lines, (say(advice),), AlarmDeed.PUT_BACK)
    if alarm.school:
        return AlarmModel(lines, (say("trouble.school-advice"),))
    if alarm.end is End.UNANSWERED:
        return AlarmModel(lines, (say("trouble.unanswered-advice"),), AlarmDeed.TRY_AGAIN)
    before = (say("trouble.before-taking"), say("trouble.after-taking"))
    return AlarmModel(lines, before, AlarmDeed.TAKE, alarm.blockers, alarm.ask_root, say("trouble.advice"))


def _lines(alarm: Alarm) -> Iterator[Line]:
    if alarm.other_root:
        yield Line(State.STOP, say("trouble.other-root"), say("trouble.other-root-note"))
    if alarm.changed:
        yield from _changed(alarm)
    if alarm.school:
        yield Line(State.STOP, say("trouble.school"), say("trouble.school-note"))
    if alarm.end is End.UNANSWERED:
        yield Line(State.DOUBT, say("trouble.unanswered"), say("trouble.unanswered-note"))
    if alarm.head_gone:
        yield Line(State.STOP, say("trouble.unnoted"), say("trouble.unnoted-note", ends=_end(alarm.ends)))
    if alarm.root_gone:
        told = "trouble.root-asked-note" if alarm.ask_root else "trouble.root-gone-note"
        yield Line(State.STOP, say("trouble.root-gone"), say(told))
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
        yield Line(State.DOUBT if alarm.explained else State.STOP, say("trouble.children"), _children(alarm))


def _changed(alarm: Alarm) -> Iterator[Line]:
    for row, name in alarm.refused[:_ROWS_SHOWN]:
        who = say("trouble.refused-by", name=name) if name else say("trouble.refused-by-nobody")
        yield Line(State.STOP, say("trouble.refused", row=row), who)
    if more := len(alarm.refused[_ROWS_SHOWN:]):
        yield Line(State.STOP, say("trouble.refused-more", n=more), say("trouble.refused-record"))
    if not alarm.refused:
        yield Line(State.STOP, say("trouble.changed"), say("trouble.changed-note"))


def _children(alarm: Alarm) -> Message:
    if not alarm.explained or alarm.restored is None:
        return say("trouble.children-note")
    if gone := alarm.restored.erased:
        return say("trouble.children-erased", n=gone)
    return say("trouble.children-restored")


def _end(head: Head) -> str:
    return f"{head.seq} · {head.letters[:8]}"
