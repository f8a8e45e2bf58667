"""One reading of the store for the screen *Students*, on the store's thread."""

from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.domain.law import LawDecision
from smadmin.services.office import Office
from smadmin.ui.students.model import Seen


@dataclass(frozen=True)
class StudentsRead:
    """What was read; `law_blockers` say why this person can't decide about matching."""

    seen: Seen
    law_blockers: tuple[Reason, ...]


def read_students(office: Office, by: Actor) -> StudentsRead:
    """Open the whole list, and how matching stands."""
    seen = Seen(
        roster=office.students.roster(by),
        mode=office.pack.roster_mode,
        blockers=office.students.blockers(by),
        law=office.law.in_force(by),
        names={one.person.id: one.person.name for one in office.accounts.colleagues()},
        today=office.school.local(office.desk.now).date(),
        age_days=office.pack.roster_age_days,
        report=office.portraits.quality.report(by),
        keyless=not office.portraits.keeps_patterns(by),
    )
    nothing_typed = LawDecision("", "", "", matching=False)
    refused = tuple(reason for reason in office.law.blockers(by, nothing_typed) if reason.place is None)
    return StudentsRead(seen, refused)
