"""What the tray says: its menu, its tooltip and the day's message. Pure, no Qt.

A message lies open on a locked screen, so it names accounts, their stages, what comes round with the years
and nothing else: no person, no word of a post, not even a planned topic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.messages import Message, say
from smadmin.domain.warned import LateRound, QuietAccount, WarningView, WrongAccount
from smadmin.domain.warnings import YEARLY, WarningTimes
from smadmin.domain.yearly import Stage
from smadmin.domain.yearly_tasks import YearlyKind, YearlyTask
from smadmin.ui.stages import due_in, late_said
from smadmin.ui.theme import State

SHOWN = 3
SNOOZED = (timedelta(days=1), timedelta(days=7), timedelta(days=28))
"""So long after today an account can be snoozed, by the day until which nothing is said."""


@dataclass(frozen=True)
class TrayLine:
    """An account that needs a post, or what comes round with the years.

    Args:
        subject: where it leads when it is pressed.
        about: what is snoozed with it: an account's id, or `YEARLY`.
    """

    subject: str
    about: str
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
        yearly: what comes round with the years.
        rounds: late rounds through the comments.
        hushed: whether nothing is said today.
        snoozes: the days up to which an account can be snoozed.
    """

    state: State
    tip: Message
    lines: tuple[TrayLine, ...] = ()
    more: int = 0
    hushed: bool = False
    snoozes: tuple[date, ...] = ()
    yearly: tuple[TrayLine, ...] = ()
    wrong: tuple[TrayLine, ...] = ()
    rounds: tuple[TrayLine, ...] = ()


@dataclass(frozen=True)
class Notification:
    """A message of the system; pressed, it leads to its first line's step. An urgent one stays till then."""

    title: Message
    lines: tuple[Message, ...]
    subject: str
    urgent: bool = False


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
    wrong = tuple(_wrong(one) for one in view.wrong)
    spoken, yearly = view.spoken_of(times), tuple(_yearly(one) for one in view.yearly_of(times))
    hushed = times.quiet_to is not None and view.today <= times.quiet_to
    lines, due = tuple(_line(one, view) for one in spoken), sum(one.state is State.DOUBT for one in yearly)
    snoozes = tuple(view.today + days for days in SNOOZED)
    rounds = tuple(_round(one) for one in view.rounds_of(times)[:SHOWN])
    state = State.DOUBT if lines or due or rounds else State.FINE
    tip = say("warnings.tip-nothing", school=view.school)
    if lines:
        tip = say("warnings.tip-due", n=len(lines), school=view.school)
        state = State.STOP if any(one.late for one in spoken) else State.DOUBT
    elif rounds:
        tip = say("warnings.tip-rounds", n=len(view.rounds_of(times)), school=view.school)
    elif due:
        tip = say("warnings.tip-yearly", n=due, school=view.school)
    if wrong:
        state, tip = State.STOP, say("warnings.wrong-title")
    return TrayModel(
        state, tip, lines[:SHOWN], max(0, len(lines) - SHOWN), hushed, snoozes, yearly, wrong, rounds
    )


def notification_of(view: WarningView, times: WarningTimes) -> Notification | None:
    """Give the day's message, or None where nothing needs anybody.

    What only soon comes round stands in the menu alone: a month of messages would be heard by nobody.
    """
    model = tray_model(view, times)
    due = tuple(line for line in model.yearly if line.state is State.DOUBT)
    if not (model.lines or due or model.rounds):
        return None
    number = len(model.lines) + model.more
    lines = tuple(line.words for line in model.lines)
    if model.more:
        lines = (*lines, say("warnings.more", n=model.more))
    lines = (*lines, *(line.words for line in model.rounds))
    if due:
        lines = (*lines, *(line.words for line in due), say("warnings.yearly-proven"))
    title = say("warnings.title-yearly", n=len(due))
    if number:
        title = say("warnings.title", n=number)
    elif model.rounds:
        title = say("warnings.title-rounds", n=len(view.rounds_of(times)))
    return Notification(title, lines, (*model.lines, *model.rounds, *due)[0].subject)


def alarm_of(wrong: Sequence[WrongAccount]) -> Notification | None:
    """Give what is said at once where another account was logged in; None where that is nowhere so."""
    if not wrong:
        return None
    lines = tuple(say("warnings.wrong-line", account=one.label) for one in wrong)
    return Notification(say("warnings.wrong-title"), lines, f"account:{wrong[0].id}", urgent=True)


_PER_ACCOUNT = frozenset({YearlyKind.LOG_IN, YearlyKind.AGED, YearlyKind.HOLDERS})


def _yearly(one: YearlyTask) -> TrayLine:
    due = one.stage is not Stage.SOON
    if one.account is not None:
        stage = say(f"warnings.yearly-{one.kind}-one", due=one.due)
        words = say("warnings.line", account=one.label, stage=stage)
    elif one.kind in _PER_ACCOUNT:
        words = say(f"warnings.yearly-{one.kind}", n=one.n, due=one.due)
    elif one.kind is YearlyKind.STAFF_PAGE:
        words = say("warnings.yearly-staff-page", n=one.n)
    else:
        words = say(f"warnings.yearly-{one.kind}", due=one.due)
    return TrayLine(one.subject, YEARLY, State.DOUBT if due else State.NOTE, words)


def _round(one: LateRound) -> TrayLine:
    about = f"comments:{one.id}"
    words = say("warnings.line", account=one.label, stage=say("warnings.round-late", due=one.due_on))
    return TrayLine(about, about, State.DOUBT, words)


def _wrong(one: WrongAccount) -> TrayLine:
    return TrayLine(f"account:{one.id}", one.id, State.STOP, say("warnings.wrong-line", account=one.label))


def _line(one: QuietAccount, view: WarningView) -> TrayLine:
    stage = due_in(one.due_on, view.today, closed=one.closed)
    if one.late:
        stage = late_said(one.stage, one.quiet_days, one.due_on, view.today)
    words = say("warnings.line", account=one.label, stage=stage)
    return TrayLine(f"account:{one.id}", one.id, State.STOP if one.late else State.DOUBT, words)
