"""What the tray says: its menu, its tooltip and the day's message. Pure, no Qt.

A message lies open on a locked screen, so it names accounts and their stages and nothing else: no child, no
word of a post, not even a planned topic.
"""

from dataclasses import dataclass

from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.warnings import WarningTimes
from smadmin.services.warnings import QuietAccount, WarningView
from smadmin.ui.stages import account_stage
from smadmin.ui.theme import State

SHOWN = 3


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
    """

    state: State
    tip: Message
    lines: tuple[TrayLine, ...] = ()
    more: int = 0
    hushed: bool = False


@dataclass(frozen=True)
class Notification:
    """A message of the system; pressed, it leads to its account's step on Today."""

    title: Message
    lines: tuple[Message, ...]
    account: AccountId


def tray_model(view: WarningView | None, times: WarningTimes) -> TrayModel:
    """Say what the icon shows; before the store was read that is the program's name alone."""
    if view is None:
        return TrayModel(State.NOTE, say("warnings.tip-looking"))
    spoken = view.spoken_of(times)
    hushed = times.quiet_to is not None and view.today <= times.quiet_to
    if not spoken:
        return TrayModel(State.FINE, say("warnings.tip-nothing", school=view.school.name), hushed=hushed)
    lines = tuple(_line(one, view) for one in spoken)
    state = State.STOP if any(one.cadence.late for one in spoken) else State.DOUBT
    tip = say("warnings.tip-due", n=len(lines), school=view.school.name)
    return TrayModel(state, tip, lines[:SHOWN], max(0, len(lines) - SHOWN), hushed)


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
    state, stage = account_stage(one.account, one.cadence, view.today)
    words = say("warnings.line", account=one.account.label, stage=stage)
    return TrayLine(one.account.id, state, words)
