"""When somebody last said that the whole list of children is right."""

from datetime import date, datetime

from smadmin.domain.timeline import CLOCK_LEEWAY
from smadmin.domain.vocabulary import Act
from smadmin.storage.unit import Unit


def list_checked_on(unit: Unit, now: datetime) -> date | None:
    """Give the day of the last *Still right*, in the school's own time; None where there was none.

    One that is dated after now was signed with a wrong clock, and would keep the list right for years.
    """
    checks = [datetime.fromisoformat(row.utc) for row in unit.record.rows(acts=(Act.STILL_RIGHT,))]
    checks = [one for one in checks if one <= now + CLOCK_LEEWAY]
    return unit.schools.get(unit.school).local(checks[-1]).date() if checks else None
