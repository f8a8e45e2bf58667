"""What Today says of unsigned weeks, of countersignatures and of the planning meeting. Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.messages import say
from smadmin.services.week_briefs import WeekBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Deed, Need, Step, Urgency


def week_needs(brief: WeekBrief) -> Iterator[Need]:
    """Say what of weeks waits; an unsigned one silences nobody."""
    for monday in brief.owed:
        step = Step(say("weekly.open-plan"), screen="plan", subject=monday.isoformat())
        title = say("weekly.owed", day=monday)
        yield Need(Urgency.SIGN, f"week-owed:{monday}", State.WAITS, title, say("weekly.owed-note"), step)
    if brief.unsigned:
        title = say("weekly.unsigned-weeks", n=brief.unsigned)
        yield Need(Urgency.PLAN, "weeks-unsigned", State.DOUBT, title, say("weekly.unsigned-note"))
    if brief.missed is not None:
        step = Step(say("meetings.was-held"), Deed.HELD_MEETING)
        title, note = say("weekly.meeting-missed", day=brief.missed), None
        if brief.next is not None:
            note = say("weekly.meeting-next", day=brief.next)
        yield Need(Urgency.PLAN, "meeting-missed", State.DOUBT, title, note, step)
