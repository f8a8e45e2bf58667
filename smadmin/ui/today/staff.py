"""What Today says of the page for staff. Pure, no Qt."""

from collections.abc import Iterator

from smadmin.domain.messages import say
from smadmin.services.staff_pages import StaffBrief
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def staff_needs(brief: StaffBrief) -> Iterator[Need]:
    """Ask for a minute of reading once a year; tell the office who is two weeks late."""
    if brief.due:
        step = Step(say("staffpage.read-it"), screen="staff-page")
        yield Need(
            Urgency.STAFF, "staff-page", State.NOTE, say("staffpage.due"), say("staffpage.due-note"), step
        )
    if brief.late:
        names = tuple(say("accounts.person", name=name) for name in brief.late)
        title = say("staffpage.late", n=len(names), people=names)
        yield Need(Urgency.PLAN, "staff-page-late", State.DOUBT, title, say("staffpage.late-note"))
