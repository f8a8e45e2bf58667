"""What the tray says: its menu, its tooltip and the day's message. Pure, no Qt.

A message lies open on a locked screen, so it names accounts and their stages and nothing else: no child, no
word of a post, not even a planned topic.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.warned import QuietAccount, WarningView
from smadmin.domain.warnings import WarningTimes
from smadmin.ui.stages import due_in, late_said
from smadmin.ui.theme import State

SHOWN = 3
SNOOZED = (timedelta(days=1), timedelta(days=7), timedelta(days=28))
"""So long after today an account can be snoozed, by the day until which nothing is said."""


@dataclass(frozen=True)
class TrayLine:
    """An account that needs a post; pressed, it leads to its row's step on Today."""

    account: AccountId
    state: State
    words: Message


@dataclass(frozen=True)
class TrayModel:
    """Everything the icon shows.

    Args:
        state: the gravest of what is shown.
        tip: the tooltip, which is the icon's name for screen readers, too.
        lines: what needs somebody, the longest quiet first.
        more: how many further accounts need a post.
        hushed: whether nothing is said today.
        snoozes: the days up to which an account can be snoozed.
    """

    state: State
    tip: Message
    lines: tuple[TrayLine, ...] = ()
    more: int = 0
    hushed: bool = False
    snoozes: tuple[date, ...] = ()


@dataclass(frozen=True)
class Notification:
    """A message of the system; pressed, it leads to its account's step on Today."""

    title: Message
    lines: tuple[Message, ...]
    account: AccountId


def tray_model(view: WarningView | None, times: WarningTimes, *, lost: bool = False) -> TrayModel:
    """Say what the icon shows.

    Args:
        view: what was seen last; None before the first look.
        times: what was chosen.
        lost: whether the store couldn't be read the last time.
    """
    if lost:
        return TrayModel(State.DOUBT, say("warnings.not-read"))
    if view is None:
        return TrayModel(State.NOTE, say("warnings.tip-looking"))
    spoken = view.spoken_of(times)
    hushed = times.quiet_to is not None and view.today <= times.quiet_to
    if not spoken:
        return TrayModel(State.FINE, say("warnings.tip-nothing", school=view.school), hushed=hushed)
    lines = tuple(_line(one, view) for one in spoken)
    state = State.STOP if any(one.late for one in spoken) else State.DOUBT
    tip = say("warnings.tip-due", n=len(lines), school=view.school)
    snoozes = tuple(view.today + days for days in SNOOZED)
    return TrayModel(state, tip, lines[:SHOWN], max(0, len(lines) - SHOWN), hushed, snoozes)


def notification_of(view: WarningView, times: WarningTimes) -> Notification | None:
    """Give the day's message, or None where nothing needs anybody."""
    model = tray_model(view, times)
    if not model.lines:
        return None
    number = len(model.lines) + model.more
    lines = tuple(line.words for line in model.lines)
    if model.more:
        lines = (*lines, say("warnings.more", n=model.more))
    return Notification(say("warnings.title", n=number), lines, model.lines[0].account)


def _line(one: QuietAccount, view: WarningView) -> TrayLine:
    stage = due_in(one.due_on, view.today, closed=one.closed)
    if one.late:
        stage = late_said(one.stage, one.quiet_days, one.due_on, view.today)
    words = say("warnings.line", account=one.label, stage=stage)
    return TrayLine(one.id, State.STOP if one.late else State.DOUBT, words)
