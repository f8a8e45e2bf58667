"""For whom consents can be entered, and which of them stand on the page now. Pure, no Qt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from smadmin.domain.ids import StudentId
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.policy.reading import fold
from smadmin.domain.students import Roster

AT_ONCE = 100
"""So many children stand on the page; of more the others are searched for."""


@dataclass(frozen=True)
class ConsentRow:
    """A child whose guardian's form may lie there."""

    student: StudentId
    version: int
    name: str
    groups: str


def consent_rows(roster: Roster, mode: RosterMode, today: date) -> tuple[ConsentRow, ...]:
    """Give the children whose faces are looked for and for whom no consent stands."""
    return tuple(
        ConsentRow(one.id, one.version, one.name, ", ".join(one.groups))
        for one in roster.students
        if one.not_shown(mode) and one.left_on is None and not one.may_match(today)
    )


def rows_shown(
    rows: Sequence[ConsentRow], text: str, typed: Collection[StudentId]
) -> tuple[tuple[ConsentRow, ...], int]:
    """Give the rows to show, and how many more there are that match.

    Args:
        rows: all of them.
        text: what is searched for, in names and groups; nothing finds all.
        typed: the children whose guardian is typed already; they stay in sight whatever is searched for.
    """
    words = [fold(word) for word in text.split()]
    found = [one for one in rows if all(word in fold(f"{one.name} {one.groups}") for word in words)]
    near = {one.student for one in found[:AT_ONCE]}
    shown = tuple(one for one in rows if one.student in near or one.student in typed)
    return shown, len(found) - len(near)
