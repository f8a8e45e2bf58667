"""What the weekly page asks somebody to decide."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from smadmin.domain.accounts import AccountStage
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.clashes import Clash
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.notices import Side
from smadmin.domain.week import SlotStage
from smadmin.domain.weekly_page import Decision, PagePost, Urgency
from smadmin.services.proof import Proven
from smadmin.services.sent_notices import sent_notices
from smadmin.services.strategy_rows import strategy_of
from smadmin.services.week import WeekView
from smadmin.services.week_paper import owed_weeks
from smadmin.services.yeses import open_yeses

_LATE = {CadenceStage.SILENT, CadenceStage.ABANDONED}


def on_accounts(view: WeekView) -> Iterator[Decision]:
    """Say which accounts are silent or overdue, wait for a yes, or will have a gap."""
    for one in view.accounts:
        called, quiet = one.account.called, one.cadence.quiet_days
        if one.cadence.stage in _LATE:
            yield Decision(Urgency.SILENT, say("weekly.decide-silent", account=called, n=quiet))
        elif one.cadence.stage is CadenceStage.OVERDUE and one.cadence.due_on is not None:
            late = say("weekly.decide-overdue", account=called, day=one.cadence.due_on)
            yield Decision(Urgency.OVERDUE, late)
        elif one.account.stage is AccountStage.ASKED:
            yield Decision(Urgency.ACCOUNT, say("weekly.decide-account", account=called))
        elif one.gap is not None:
            yield Decision(Urgency.GAP, say("weekly.decide-gap", account=called, day=one.gap.due))


def on_owed(proven: Proven, now: datetime) -> Iterator[Decision]:
    """Say what waits for the principal's countersignature: weeks from paper, yeses by phone, notices."""
    for one in owed_weeks(proven):
        yield Decision(Urgency.OWED, say("weekly.owed", day=one.plan.monday))
    if yeses := len(open_yeses(proven)):
        yield Decision(Urgency.OWED, say("weekly.decide-yeses", n=yeses))
    if notices := sum(Side.OFFICE in one.owed for one in sent_notices(proven, now)):
        yield Decision(Urgency.OWED, say("weekly.decide-notices", n=notices))


def on_posts(waiting: tuple[tuple[str, str], ...]) -> Iterator[Decision]:
    """Say which posts wait for a release."""
    for topic, author in waiting:
        yield Decision(Urgency.RELEASE, say("weekly.decide-release", topic=topic, name=author))


def on_later(view: WeekView, called: Mapping[AccountId, str]) -> Iterator[Decision]:
    """Say which posts to come the week's signature doesn't cover: they came or changed after it."""
    for one in view.slots if view.signature is not None else ():
        slot = one.slot
        if slot.id in view.unsigned and slot.day >= view.today and one.stage is not SlotStage.PUBLISHED:
            account = called.get(slot.account, "")
            said = say("weekly.decide-later", topic=slot.topic, account=account, day=slot.day)
            yield Decision(Urgency.OWED, said)


def on_clashes(posts: Iterable[PagePost]) -> Iterator[Decision]:
    """Say what stands against the week's posts: those within an hour of each other stand in one sentence."""
    hours: dict[tuple[str, date], list[PagePost]] = {}
    for one in posts:
        slot = one.planned.slot
        if Clash.SAME_HOUR in one.clashes:
            hours.setdefault((one.account, slot.day), []).append(one)
        if Clash.QUIET_DAY in one.clashes:
            exams = say("weekly.decide-exams", topic=slot.topic, account=one.account, day=slot.day)
            yield Decision(Urgency.CLASH, exams)
    for (account, day), some in hours.items():
        yield Decision(Urgency.CLASH, say("weekly.decide-same-hour", n=len(some), account=account, day=day))


def on_meeting(missed: date | None) -> Iterator[Decision]:
    """Say that the planning meeting was missed."""
    if missed is not None:
        yield Decision(Urgency.MEETING, say("weekly.decide-meeting", day=missed))


def on_strategies(proven: Proven, view: WeekView) -> Iterator[Decision]:
    """Say how many live accounts have no strategy: a reminder, so it stands last and once."""
    live = [one.account.id for one in view.accounts if one.account.stage is AccountStage.LIVE]
    missing = sum(strategy_of(proven, one) is None for one in live)
    if missing:
        yield Decision(Urgency.STRATEGY, say("weekly.decide-strategy", n=missing))


def seated_said(view: WeekView) -> Iterator[Message]:
    """Say whom the signed list let in; who owes details stands first."""
    for one in sorted(view.seated, key=lambda one: not one.lacks):
        said = "planui.seated-lacks" if one.lacks else "planui.seated"
        yield say(said, name=one.name, day=view.school.local(one.at).date())
