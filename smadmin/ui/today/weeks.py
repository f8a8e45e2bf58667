"""What Today says of unsigned weeks, of countersignatures and of the planning meeting. Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.messages import say
from smadmin.services.week_briefs import WeekBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Deed, Need, Step, Urgency


def week_needs(brief: WeekBrief) -> Iterator[Need]:
    """Say what of weeks waits; an unsigned one silences nobody."""
    for one in brief.owed:
        step = Step(say("weekly.owed-do"), screen="plan", subject=one.monday.isoformat())
        title, entered = say("weekly.owed", day=one.monday), say("weekly.owed-note", name=one.entered_by)
        yield Need(Urgency.SIGN, f"week-owed:{one.monday}", State.WAITS, title, entered, step)
    for late in brief.later:
        step = Step(say("today.sign-week"), screen="plan", subject=late.monday.isoformat())
        title = say("weekly.later", n=late.posts, day=late.monday)
        yield Need(Urgency.SIGN, f"week-later:{late.monday}", State.WAITS, title, None, step)
    if brief.unsigned:
        title = say("weekly.unsigned-weeks", n=brief.unsigned)
        yield Need(Urgency.PLAN, "weeks-unsigned", State.DOUBT, title, say("weekly.unsigned-note"))
    if brief.missed is not None:
        step = Step(say("meetings.was-held"), Deed.HELD_MEETING)
        title, note = say("weekly.meeting-missed", day=brief.missed), None
        if brief.next is not None:
            note = say("weekly.meeting-next", day=brief.next)
        yield Need(Urgency.PLAN, "meeting-missed", State.DOUBT, title, note, step)
