"""What Today says of a clock that doesn't agree with the record. Pure, no Qt.

Which of the two is wrong the program can't know: it gives both times, what waits, and who may answer.
"""

from collections.abc import Iterator
from datetime import datetime

from smadmin.domain.messages import Message, say
from smadmin.domain.timeline import ClockState
from smadmin.services.clocks import ClockView, Dated
from smadmin.ui.dialogs.confirm import Question
from smadmin.ui.theme import State
from smadmin.ui.today.need import Deed, Need, Step, Urgency

KEY = "clock"


def clock_needs(view: ClockView | None) -> Iterator[Need]:
    """Ask about the clock, before everything else."""
    if view is None:
        return
    if view.state is ClockState.AHEAD:
        title = say("clock.ahead", now=view.now)
        step = Step(say("clock.ahead-yes"), Deed.VOUCH_CLOCK) if view.may else None
        yield Need(Urgency.ALARM, KEY, State.DOUBT, title, _ahead_note(view), step)
    else:
        title = say("clock.behind", now=view.now, last=view.last)
        step = Step(say("clock.behind-right"), Deed.CONFIRM_CLOCK) if view.may else None
        yield Need(Urgency.ALARM, KEY, State.STOP, title, _behind_note(view), step)


def clock_question(now: datetime, dated: Dated) -> Question:
    """Ask before rows of the record are said to be dated wrongly.

    Args:
        now: what this computer says, UTC.
        dated: the rows.
    """
    people = tuple(say("clock.person", name=name) for name in dated.people)
    return Question(
        title=say("clock.confirm", now=now),
        consequence=say("clock.confirm-means", n=dated.rows, first=dated.first, people=people),
        do=say("clock.confirm-do"),
        keep=say("clock.confirm-keep"),
    )


def _ahead_note(view: ClockView) -> Message:
    if view.may:
        return say("clock.ahead-note", last=view.last)
    if not view.others:
        return say("clock.nobody")
    return say("clock.ahead-others", people=_named(view), last=view.last)


def _behind_note(view: ClockView) -> Message:
    if view.may:
        return say("clock.behind-note")
    return say("clock.behind-others", people=_named(view)) if view.others else say("clock.nobody")


def _named(view: ClockView) -> tuple[Message, ...]:
    return tuple(say("clock.person", name=name) for name in view.others)
