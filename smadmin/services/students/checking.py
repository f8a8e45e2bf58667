"""When somebody last said that the whole list of children is right."""

from datetime import date

from smadmin.domain.timeline import CLOCK_LEEWAY, Timeline
from smadmin.domain.vocabulary import Act
from smadmin.services.desk import Desk
from smadmin.services.signed_rows import signed_rows
from smadmin.storage.unit import Unit


def list_checked_on(unit: Unit, desk: Desk) -> date | None:
    """Give the day of the last *Still right*, in the school's own time; None where there was none.

    One that is dated after now was signed with a wrong clock, and would keep the list right for years. Once
    the time was set right it counts as signed by then at the latest, also when its own day comes.
    """
    timeline, latest = desk.timeline or Timeline(), desk.now + CLOCK_LEEWAY
    rows = signed_rows(unit, desk, Act.STILL_RIGHT)
    checks = [timeline.counts_as(row.seq, row.utc) for row in rows]
    checks = [one for one in checks if one <= latest]
    return unit.schools.get(unit.school).local(checks[-1]).date() if checks else None
