"""A pack's `[retention]`: years per kind, and how long a records request may wait."""

from smadmin.domain.messages import say
from smadmin.domain.policy.packs import Clause
from smadmin.domain.retention import ANSWER_DAYS, YEARS, YEARS_MOST, Kind, Retention
from smadmin.importing.tables import Table

_MOST_ANSWER_DAYS = 60


def retention(table: Table, clauses: dict[str, Clause]) -> Retention:
    """Read the schedule; without one the program's own holds.

    Raises:
        BadInput: a number is none, or the demand isn't of this pack.
    """
    if "retention" not in table.values:
        return Retention()
    row = table.table("retention")
    row.only("source", "answer_days", "answer_weekdays", *(f"{kind}_years" for kind in Kind))
    source = row.optional_text("source")
    if source is not None and source not in clauses:
        raise row.wrong("source", say("policy.reason-no-clause", demand=source))
    years = {
        kind: row.optional_number(f"{kind}_years", low=1, high=YEARS_MOST) or YEARS[kind] for kind in Kind
    }
    days = row.optional_number("answer_days", low=1, high=_MOST_ANSWER_DAYS) or ANSWER_DAYS
    weekdays = "answer_weekdays" not in row.values or row.flag("answer_weekdays")
    return Retention(years, days, weekdays, source)
