"""What was read about a post, worded for who sits here."""

from dataclasses import replace

from smadmin.domain.people import Person
from smadmin.ui.approvals.seen import Opened
from smadmin.ui.approvals.sheet import SheetModel, sheet_model, yes_offered
from smadmin.ui.surroundings import Surroundings


def worded(opened: Opened, person: Person, around: Surroundings) -> SheetModel | None:
    """Word the open post for a person; None where none is open."""
    sheet, office = opened.sheet, around.office
    if sheet is None:
        return None
    first = office.session.signed_in
    model = sheet_model(
        sheet,
        person=person.id,
        name=person.name,
        confined=office.session.confined,
        first="" if first is None else first.person.name,
        now=around.now,
        platforms=office.policy.platforms,
        asked=opened.about,
        changed=opened.changed,
    )
    return replace(model, yes=yes_offered(sheet, opened.yes, office.school.local(around.now)))
