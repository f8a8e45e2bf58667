"""What of face patterns happens inside other deeds: when they must go, and whether they may be.

A pattern goes in the same transaction as its reason (consent ended, portrait removed, matching forbidden).
"""

from collections.abc import Callable
from datetime import date

from smadmin.domain.canonical import canonical
from smadmin.domain.law import LAW_PART, LAW_ROLES, law_part
from smadmin.domain.records import versioned
from smadmin.domain.schools import LawRecord
from smadmin.domain.students import Template
from smadmin.domain.vocabulary import Act
from smadmin.services.desk import Desk
from smadmin.services.ended_searches import end_searches_for
from smadmin.services.proven import Proven
from smadmin.services.signed_rows import signed_rows
from smadmin.storage.unit import Unit


def law_in_force(unit: Unit, desk: Desk) -> LawRecord | None:
    """Give the newest decision about matching by somebody with an office, if its signed row says the same.

    From signing in on the checked rows say which is the newest; while the record isn't whole there is none.

    A row of the table that the record doesn't bear out (put in or brought back by SQL) counts as none.

    Raises:
        Tampered: what the row says was spoilt since it was proven.
    """
    if desk.proof is not None and not _is_right(desk.proof(unit)):
        return None
    decided_in = signed_rows(unit, desk, Act.DECIDE_MATCHING)
    rows = [row for row in decided_in if row.roles is None or row.roles & LAW_ROLES]
    decided = [one for one in unit.law_records.all() if rows and one.seq == rows[-1].seq]
    said = [canonical(versioned(dict(law_part(one)))) for one in decided]
    return decided[0] if said and rows[-1].part(LAW_PART) == said[0] else None


def _is_right(proven: Proven) -> bool:
    return proven.whole and proven.head_right


def matching_allowed(unit: Unit, desk: Desk) -> bool:
    """Tell whether faces may be compared in this school at all."""
    decided = law_in_force(unit, desk)
    return decided is not None and decided.matching


def lawful(unit: Unit, desk: Desk, on: date) -> tuple[Template, ...]:
    """Give the patterns that may be compared on a day: matching decided on, the consent standing."""
    if not matching_allowed(unit, desk):
        return ()
    consents = {student.id for student in unit.students.readable()[0] if student.may_match(on)}
    return tuple(template for template in unit.templates.readable()[0] if template.student in consents)


def drop(unit: Unit, which: Callable[[Template], bool]) -> int:
    """Erase patterns, and those that nobody can read, with the searches that have them; gives how many.

    The caller tells the record (`roster_changed`).
    """
    patterns, spoilt = unit.templates.readable()
    gone = [template for template in patterns if which(template)]
    left = {template.student for template in patterns} - {template.student for template in gone}
    for template in (*(one.id for one in gone), *spoilt):
        unit.templates.remove(template)
    end_searches_for(unit, lambda student: student not in left)
    return len(gone) + len(spoilt)
