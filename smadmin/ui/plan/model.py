"""The plan's week as plain values: days, their posts, the accounts' gaps, the signature. Pure, no Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.plan import Slot
from smadmin.domain.school_days import DAY
from smadmin.domain.week import WEEK, Planned, SlotStage
from smadmin.services.off_plan import OffPlan
from smadmin.services.reviewer_lines import Newly
from smadmin.services.week import AccountWeek, WeekView
from smadmin.ui.plan.nextdeed import SCREENS, SlotDeed, planned_deed
from smadmin.ui.plan.paper import PaperModel, paper_of
from smadmin.ui.plan.signed import Signed, signature_of, signed_as
from smadmin.ui.stages import account_stage, out_state, planned_state, school_day, weekday
from smadmin.ui.theme import State


@dataclass(frozen=True)
class SlotLine:
    """A planned post.

    Args:
        extra: what its signature lacks, or None.
        was: what was signed of it, where that isn't what stands here now, or None.
        strikes: whether this person approves the week now, and may strike it.
        struck: whether whoever approved last left it out.
        clashes: what stands against it.
        deed: what its button does, or None where nothing can be done by this person.
        changes: whether this person may still move it or take it out.
        fixed: why it can't be taken out, or None.
    """

    slot: Slot
    account: str
    platform: Platform
    state: State
    word: Message
    extra: Message | None
    deed: SlotDeed | None
    post: PostId | None
    changes: bool
    fixed: Message | None
    was: Message | None = None
    strikes: bool = False
    struck: bool = False
    clashes: tuple[Message, ...] = ()

    @property
    def screen(self) -> str:
        """The screen its button leads to; empty for a new draft."""
        return "" if self.deed is None else SCREENS.get(self.deed, "")


@dataclass(frozen=True)
class BesideLine:
    """A post that went out without having been planned for this week; `about` says for which, or for none."""

    about: Message
    account: str
    platform: Platform
    state: State
    word: Message


@dataclass(frozen=True)
class Day:
    """A day of the week.

    Args:
        open: whether a post can still be planned for it.
        beside: what went out besides the plan.
        named: what the school calls it: a holiday, a break, a snow day, exams.
    """

    day: date
    weekday: Message
    today: bool
    open: bool
    slots: tuple[SlotLine, ...]
    beside: tuple[BesideLine, ...] = ()
    named: Message | None = None


@dataclass(frozen=True)
class AccountLine:
    """An account beside the week: how it stands, by when it needs a post, and the gap to come."""

    name: str
    platform: Platform
    state: State
    stage: Message
    due: Message
    gap: Message | None


@dataclass(frozen=True)
class SeatedLine:
    """Whom the reviewers' list let in newly, for whoever signs: who, since when, and what is owed."""

    said: Message
    state: State


@dataclass(frozen=True)
class PlanModel:
    """Everything the screen shows.

    Args:
        plannable: the accounts that this person plans for.
        office: whether this person signs; others hand over the chair.
        all_signed: whether nothing is left to sign.
        paper: what was entered from paper and waits for its countersignature, for whom that is shown.
        blockers: why the main button does nothing now.
        seen: the digest of the posts that are shown.
    """

    monday: date
    following: bool
    note: Message
    days: tuple[Day, ...]
    accounts: tuple[AccountLine, ...]
    signed: Signed
    plannable: tuple[tuple[AccountId, str], ...]
    office: bool
    all_signed: bool
    blockers: tuple[Reason, ...]
    seen: str
    seated: tuple["SeatedLine", ...] = ()
    paper: PaperModel | None = None

    @property
    def empty(self) -> bool:
        """Tell whether nothing is planned in the week."""
        return not any(day.slots for day in self.days)


def plan_model(view: WeekView, blockers: tuple[Reason, ...], person: PersonId | None) -> PlanModel:
    """Arrange a week.

    Args:
        view: what the store said.
        blockers: why this person can't sign the week, as the service lists them.
        person: who looks at it.
    """
    accounts = {one.account.id: one for one in view.accounts}
    days = tuple(_day(view, view.monday + timedelta(days=n), accounts, person) for n in range(7))
    return PlanModel(
        monday=view.monday,
        following=view.monday > view.today,
        note=say("planui.week-of", first=view.monday, last=view.monday + WEEK - timedelta(days=1)),
        days=days,
        accounts=tuple(_account(one, view) for one in view.accounts),
        signed=signature_of(view, person),
        plannable=tuple((one.account.id, one.account.label) for one in view.accounts if one.plans),
        office=view.office,
        all_signed=_all_signed(view),
        paper=paper_of(view, person),
        blockers=_blockers(view, blockers),
        seen=view.seen,
        seated=tuple(_seated(view, one) for one in view.seated),
    )


def _all_signed(view: WeekView) -> bool:
    return view.signature is not None and not view.unsigned


def _seated(view: WeekView, one: Newly) -> SeatedLine:
    day = view.school.local(one.at).date()
    said = "planui.seated-lacks" if one.lacks else "planui.seated"
    return SeatedLine(say(said, name=one.name, day=day), State.DOUBT if one.lacks else State.NOTE)


def _day(view: WeekView, day: date, accounts: dict[AccountId, AccountWeek], person: PersonId | None) -> Day:
    lines = tuple(
        _line(view, planned, accounts[planned.slot.account], person)
        for planned in view.slots
        if planned.slot.day == day and planned.slot.account in accounts
    )
    beside = tuple(
        BesideLine(
            _planned_for(one),
            accounts[one.account].account.called,
            accounts[one.account].account.platform,
            *out_state(one.after),
        )
        for one in view.off_plan
        if one.day == day and one.account in accounts
    )
    kind, name = view.named.get(day, (None, ""))
    return Day(
        day,
        weekday(day),
        today=day == view.today,
        open=day >= view.today,
        slots=lines,
        beside=beside,
        named=None if kind is None else school_day(kind, name),
    )


def _planned_for(one: OffPlan) -> Message:
    if one.planned is None:
        return say("planui.off-plan")
    return say("planui.other-day", topic=one.planned.topic, day=one.planned.day)


def _line(view: WeekView, planned: Planned, one: AccountWeek, person: PersonId | None) -> SlotLine:
    state, word = planned_state(planned)
    later = view.signature is not None and planned.slot.id in view.unsigned
    struck, written = planned.slot.id in view.struck, planned.post is not None
    return SlotLine(
        slot=planned.slot,
        account=one.account.called,
        platform=one.account.platform,
        state=state,
        word=word,
        extra=say("planui.struck") if struck else say("planui.not-signed-yet") if later else None,
        deed=planned_deed(planned, writes=one.writes, mine=planned.author == person),
        post=planned.post,
        changes=one.plans and planned.stage is not SlotStage.PUBLISHED,
        fixed=say("planui.has-a-post") if written else None,
        was=signed_as(planned.slot, view.signed_as.get(planned.slot.id)),
        strikes=view.office and not _all_signed(view) and planned.stage is not SlotStage.PUBLISHED,
        struck=struck,
        clashes=tuple(say(f"planui.clash-{clash.value}") for clash in view.against.get(planned.slot.id, ())),
    )


def _account(one: AccountWeek, view: WeekView) -> AccountLine:
    today = view.today
    state, stage = account_stage(one.account, one.cadence, today)
    if one.cadence.due_on is None:
        due = say("planui.nothing-due")
    elif one.cadence.excused_until == one.cadence.due_on:
        due = say("planui.due-excused", day=one.cadence.due_on)
    elif one.cadence.closed:
        due = _first_open(one, one.cadence.due_on + DAY, view)
    elif one.cadence.due_on < today:
        quiet = say("planui.no-post-for", n=one.cadence.quiet_days)
        due = say("planui.was-due", quiet=quiet, day=one.cadence.due_on, n=one.days)
    else:
        due = say("planui.due-by", day=one.cadence.due_on, n=one.days)
    gap = None
    if one.gap is not None:
        late = one.gap.due < today
        gap = say("planui.gap-late") if late else say("planui.gap", weekday=weekday(one.gap.due))
    return AccountLine(one.account.called, one.account.platform, state, stage, due, gap)


def _first_open(one: AccountWeek, day: date, view: WeekView) -> Message:
    """Say what is planned for the first open day, on which a post is waited for again."""
    for planned in view.slots:
        if planned.slot.account == one.account.id and planned.slot.day == day:
            return say("planui.due-open-planned", day=day, topic=planned.slot.topic)
    return say("planui.due-open", day=day)


def _blockers(view: WeekView, blockers: tuple[Reason, ...]) -> tuple[Reason, ...]:
    if view.office:
        return blockers
    return tuple(one for one in blockers if one.message.id != "plan.office-signs")
