"""Whether comparing faces is allowed here: the recorded decision, and the states that bar it (`law.md`).

Matching starts off. Finding faces without comparing them, and covering, need no decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.people import LEADING, Role
from smadmin.domain.schools import LawRecord

LAW_PART = "law"
BARRED_STATES = frozenset({"NY", "FL"})
"""New York bars facial recognition in schools; Florida bars collecting students' biometric data."""
LAW_ROLES = LEADING
_LETTERS = """\
AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"""
EARLIEST = date(2000, 1, 1)
"""No school decided about comparing faces before; an earlier year is mistyped."""
STATES = frozenset(_LETTERS.split())
"""The states and territories: letters that are none of them would slip past those that bar it."""


@dataclass(frozen=True)
class LawDecision:
    """What somebody decided about matching, as it is typed into the form.

    Args:
        state: two letters (`TX`).
        decided_by: who decided, by name and office.
        basis: on what basis (policy, counsel's letter).
        decided_on: the day of the decision, not before that of the one in force, today at the latest; None
            is today.
    """

    state: str
    decided_by: str
    basis: str
    matching: bool
    decided_on: date | None = None


def law_blockers(
    decision: LawDecision, roles: frozenset[Role], *, today: date, in_force: LawRecord | None = None
) -> tuple[Reason, ...]:
    """List why this decision can't be recorded by somebody with these roles.

    Args:
        decision: as it was typed.
        roles: of whoever records it.
        today: the school's own date.
        in_force: the decision that holds; what was decided before it doesn't take its place.
    """
    reasons = []
    if not roles & LAW_ROLES:
        reasons.append(Reason(say("students.law-by-principal")))
    state = decision.state.strip().upper()
    if state not in STATES:
        reasons.append(Reason(say("students.law-state-missing"), None, "state"))
    if not decision.decided_by.strip():
        reasons.append(Reason(say("students.law-who-missing"), None, "decided_by"))
    if not decision.basis.strip():
        reasons.append(Reason(say("students.law-basis-missing"), None, "basis"))
    day = decision.decided_on or today
    if day > today:
        reasons.append(Reason(say("students.law-not-yet"), None, "decided_on"))
    elif day < EARLIEST:
        reasons.append(Reason(say("students.law-too-early"), None, "decided_on"))
    elif in_force is not None and day < in_force.decided_on.date():
        reasons.append(Reason(say("students.law-older"), None, "decided_on"))
    if decision.matching and state in BARRED_STATES:
        reasons.append(Reason(say("students.law-bars", state=state), None, "matching"))
    return tuple(reasons)


def law_part(record: LawRecord) -> Mapping[str, Plain]:
    """Give what the signed row says of a decision; the stored one must agree with it."""
    return {
        "id": record.id,
        "state": record.state,
        "decided_by": record.decided_by,
        "basis": record.basis,
        "decided_on": record.decided_on.isoformat(),
        "matching": record.matching,
    }
