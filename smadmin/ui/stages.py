"""How an account and a planned post stand, as shape and words. Pure, no Qt; Today and Plan say the same."""

from datetime import date

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.cadence import Cadence, CadenceStage
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import PlannedDay
from smadmin.domain.scheduled import Goes
from smadmin.domain.school_days import DaysKind
from smadmin.domain.week import Afterwards, Planned, SlotStage
from smadmin.ui.holidays_said import holiday_said
from smadmin.ui.theme import State

_LATE = {
    CadenceStage.OVERDUE: "today.stage-overdue",
    CadenceStage.SILENT: "today.stage-silent",
    CadenceStage.ABANDONED: "today.stage-abandoned",
}
_RESTING = {
    AccountStage.ASKED: "today.stage-asked",
    AccountStage.SET_UP: "today.stage-set-up",
    AccountStage.ON_HOLD: "today.stage-on-hold",
    AccountStage.CLOSED: "today.stage-closed",
}
_GOES = {
    Goes.BY_ITSELF: State.WAITS,
    Goes.NOW: State.WAITS,
    Goes.HELD: State.STOP,
    Goes.KEPT: State.STOP,
    Goes.MISSED: State.DOUBT,
}
_SLOT_STATES = {
    SlotStage.PUBLISHED: State.FINE,
    SlotStage.RELEASED: State.FINE,
    SlotStage.IN_REVIEW: State.WAITS,
    SlotStage.SENT_BACK: State.STOP,
    SlotStage.DRAFTED: State.NOTE,
    SlotStage.PLANNED: State.NOTE,
    SlotStage.GAP: State.STOP,
    SlotStage.MISSED: State.DOUBT,
}


def account_stage(account: Account, cadence: Cadence, today: date) -> tuple[State, Message]:
    """Say how an account stands by its cadence.

    Args:
        account: whose stage says why nothing is asked of it.
        cadence: as judged for `today`.
        today: the school's own date.
    """
    if cadence.stage is CadenceStage.ON_TIME:
        return State.FINE, say("today.stage-on-time")
    if cadence.stage in _LATE:
        return State.STOP, late_said(cadence.stage, cadence.quiet_days, cadence.due_on, today)
    if cadence.stage is CadenceStage.DUE_SOON and cadence.due_on is not None:
        return State.DOUBT, due_in(cadence.due_on, today, closed=cadence.closed)
    if cadence.excused_until is not None:
        return State.NOTE, say("today.stage-excused", day=cadence.excused_until)
    state = State.STOP if account.stage is AccountStage.ON_HOLD else State.NOTE
    return state, say(_RESTING.get(account.stage, "today.stage-resting"))


def late_said(stage: CadenceStage, quiet_days: int, due: date | None, today: date) -> Message:
    """Say how late an account is; of one that is silent, how long nothing was posted.

    Args:
        stage: overdue or worse.
        quiet_days: whole days since the last post, or since it went live.
        due: the last day on which a post was on time.
        today: the school's own date.
    """
    late = stage is CadenceStage.OVERDUE and due is not None
    return say(_LATE[stage], n=(today - due).days if late and due is not None else quiet_days)


def due_in(due: date, today: date, *, closed: bool = False) -> Message:
    """Say when a post is due; while the school is closed until then, none is waited for."""
    days = (due - today).days
    if closed:
        return say("today.due-later-closed", day=due) if days > 0 else say("today.due-closed")
    if days <= 0:
        return say("today.due-today")
    return say("today.due-tomorrow") if days == 1 else say("today.due-in", n=days)


def slot_state(stage: SlotStage) -> tuple[State, Message]:
    """Say how a planned post stands."""
    return _SLOT_STATES[stage], say(f"today.slot-{stage.value}")


def out_state(after: Afterwards | None) -> tuple[State, Message]:
    """Say how a post stands that went out: it is out, was corrected there, or taken down."""
    if after is None:
        return slot_state(SlotStage.PUBLISHED)
    if after.gone is not None:
        return State.NOTE, say("today.slot-taken-down", day=after.gone)
    if after.hidden:
        return State.STOP, say("today.slot-hidden")
    if after.corrected is not None:
        return State.FINE, say("today.slot-corrected", day=after.corrected)
    return slot_state(SlotStage.PUBLISHED)


def planned_state(planned: Planned, *, struck: bool = False) -> tuple[State, Message]:
    """Say how a planned post stands, with the day where it went out on another one.

    Args:
        planned: the post.
        struck: whether whoever approved the week left it out; what is written or out is said first.
    """
    if struck and planned.stage.empty:
        return State.WAITS, say("today.slot-struck")  # as beside *Put back*
    if planned.after is not None:
        return out_state(planned.after)
    if planned.stage is SlotStage.PUBLISHED and planned.out_on is not None:
        return State.FINE, say("today.slot-published-on", day=planned.out_on)
    if planned.schedule is not None:
        return _GOES[planned.schedule.goes], say(
            f"today.slot-goes-{planned.schedule.goes.value}", at=planned.schedule.at
        )
    return slot_state(planned.stage)


def school_day(kind: DaysKind, name: str) -> Message:
    """Say what the school calls a day."""
    if not name:
        return say(f"gridui.{kind.value}")
    return say(f"gridui.day-{kind.value}", name=holiday_said(name))


def weekday(day: date) -> Message:
    """Name a day of the week."""
    return say(f"today.weekday-{day.isoweekday()}")


def weekday_short(day: date) -> Message:
    """Name a day of the week in a few letters."""
    return say(f"today.wd-{day.isoweekday()}")


def planned_said(planned: PlannedDay, *, released: bool) -> Message:
    """Say for which day a post is planned, and what to do until then: nothing goes out by itself."""
    if planned.day == planned.today:
        return say("today.planned-today")
    if planned.day < planned.today:
        return say("today.planned-past", day=planned.day)
    return say("today.planned-released" if released else "today.planned-ahead", day=planned.day)
