"""Today as plain values: needs, a strip of weeks per account, this week's slots. Pure, no Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, SlotId
from smadmin.domain.messages import Message, say
from smadmin.domain.week import PastWeek, Planned
from smadmin.services.off_plan import OffPlan
from smadmin.services.today.view import AccountToday, TodayView
from smadmin.ui.stages import account_stage, out_state, planned_state, weekday, weekday_short
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Need
from smadmin.ui.today.needs import goes_on, needs_of
from smadmin.ui.today.start import FirstStep, first_steps


@dataclass(frozen=True)
class Strip:
    """An account's last weeks, the oldest first, and how it stands.

    Args:
        weeks: each with what is said about it.
        summary: the strip in a sentence, for screen readers.
    """

    name: str
    platform: Platform
    weeks: tuple[PastWeek, ...]
    said: tuple[Message, ...]
    state: State
    stage: Message
    summary: Message


@dataclass(frozen=True)
class DayLine:
    """A post of this week; its topic is empty where it was planned for no day of it."""

    weekday: Message
    topic: str
    account: str
    platform: Platform
    state: State
    word: Message


@dataclass(frozen=True)
class TodayModel:
    """Everything the screen shows. While something is wrong with the record, nothing else is begun.

    Args:
        strips: of the accounts that have been silent longest; `more_strips` are left to their own screen.
        week: the week's posts from today on where they are many; `more_week` are left to *Plan*.
        elsewhere: how many things wait that can't be decided from the chair.
    """

    note: Message
    sample: bool
    start: tuple[FirstStep, ...]
    needs: tuple[Need, ...]
    strips: tuple[Strip, ...]
    week: tuple[DayLine, ...]
    week_note: Message
    plans: bool
    more_strips: int = 0
    more_week: int = 0
    elsewhere: int = 0


STRIPS_SHOWN, WEEK_SHOWN = 12, 24
"""More would be no overview, and with a district's 200 accounts the window would stand still for it."""


def today_model(view: TodayView, beside: Beside) -> TodayModel:
    """Arrange what waits and how the accounts stand.

    Args:
        view: what the store said.
        beside: what is known from beside the store; empty until it was asked.
    """
    accounts = {one.account.id: one.account for one in view.accounts}
    week: list[tuple[date, Planned | OffPlan]] = [
        (one.slot.day, one) for one in view.week if one.slot.account in accounts
    ]
    week += [(one.day, one) for one in view.off_plan if one.account in accounts]
    shown = _shown(week, view.today)
    return TodayModel(
        note=say(
            "today.date-and-school", weekday=weekday(view.today), day=view.today, school=view.school.name
        ),
        sample=view.school.sample,
        start=() if beside.alarms else first_steps(view),
        needs=needs_of(view, beside),
        strips=tuple(_strip(one, view.today) for one in view.accounts[:STRIPS_SHOWN]),
        more_strips=max(0, len(view.accounts) - STRIPS_SHOWN),
        week=tuple(_day_line(one, accounts, view.struck) for one in shown),
        more_week=len(week) - len(shown),
        week_note=_week_note(view),
        plans=view.writes or view.office,
    )


def _shown(week: Iterable[tuple[date, Planned | OffPlan]], today: date) -> Sequence[Planned | OffPlan]:
    """Give a week by day: all of it, or where it is long what comes from today on."""
    by_day = sorted(week, key=lambda one: one[0])
    if len(by_day) > WEEK_SHOWN:
        by_day = [one for one in by_day if one[0] >= today][:WEEK_SHOWN] or by_day[-WEEK_SHOWN:]
    return [one for _, one in by_day]


def _day_line(
    one: Planned | OffPlan, accounts: Mapping[AccountId, Account], struck: frozenset[SlotId]
) -> DayLine:
    if isinstance(one, Planned):
        return _line(one, accounts[one.slot.account], struck=one.slot.id in struck)
    return _beside(one, accounts[one.account])


def _line(planned: Planned, account: Account, *, struck: bool) -> DayLine:
    state, word = planned_state(planned, struck=struck)
    slot = planned.slot
    return DayLine(weekday_short(slot.day), slot.topic, account.called, account.platform, state, word)


def _beside(one: OffPlan, account: Account) -> DayLine:
    state, word = out_state(one.after)
    topic = "" if one.planned is None else one.planned.topic
    return DayLine(weekday_short(one.day), topic, account.called, account.platform, state, word)


def _strip(one: AccountToday, today: date) -> Strip:
    state, stage = account_stage(one.account, one.cadence, today)
    known = [week for week in one.weeks if not week.before]
    last = one.cadence.last_post
    return Strip(
        name=one.account.called,
        platform=one.account.platform,
        weeks=one.weeks,
        said=tuple(week_said(week) for week in one.weeks),
        state=state,
        stage=stage,
        summary=say(
            "today.strip-summary",
            account=one.account.label,
            posts=sum(week.posts for week in known),
            weeks=len(known),
            last=say("today.last-never") if last is None else say("today.last-post", day=last),
        ),
    )


def week_said(week: PastWeek) -> Message:
    """Say what happened in a week, for its tooltip and the table."""
    if week.before:
        return say("today.week-unknown", monday=week.monday)
    if week.late and not week.posts:
        return say("today.week-late", monday=week.monday)
    return say("today.week-posts", monday=week.monday, n=week.posts)


def _week_note(view: TodayView) -> Message:
    if view.signed:
        return say("today.week-owed" if view.owed else "today.week-signed")
    if not view.week:
        return say("today.this-week-empty")
    return goes_on(view)
