"""When somebody last said that the whole list of children is right."""

from datetime import date, datetime

from smadmin.domain.vocabulary import Act
from smadmin.storage.unit import Unit


def list_checked_on(unit: Unit) -> date | None:
    """Give the day of the last *Still right*, in the school's own time; None where there was none."""
    checks = [row.utc for row in unit.record.rows(acts=(Act.STILL_RIGHT,))]
    if not checks:
        return None
    return unit.schools.get(unit.school).local(datetime.fromisoformat(checks[-1])).date()
