"""When somebody last said that the whole list of children is right."""

from datetime import date, datetime

from smadmin.domain.timeline import CLOCK_LEEWAY, Timeline
from smadmin.domain.vocabulary import Act
from smadmin.services.desk import Desk
from smadmin.storage.unit import Unit


def list_checked_on(unit: Unit, desk: Desk) -> date | None:
    """Give the day of the last *Still right*, in the school's own time; None where there was none.

    One that is dated after now was signed with a wrong clock, and would keep the list right for years. Once
    the time was set right it counts as signed by then at the latest, also when its own day comes.
    """
    timeline, latest = desk.timeline or Timeline(), desk.now + CLOCK_LEEWAY
    rows = (row for row in unit.record.rows(acts=(Act.STILL_RIGHT,)) if row.seq not in desk.mute)
    checks = [timeline.counts_as(row.seq, datetime.fromisoformat(row.utc)) for row in rows]
    checks = [one for one in checks if one <= latest]
    return unit.schools.get(unit.school).local(checks[-1]).date() if checks else None
