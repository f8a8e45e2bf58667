"""Lists that stand in the record alone are shown only where the record is as it was signed.

A row that somebody wrote past the program would otherwise stand among the others until the alarm was seen.
"""

from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.services.proof import Proven


def require_whole(proven: Proven) -> Proven:
    """Go on only with a record in which every row is as it was signed.

    Raises:
        Tampered: else; Today's alarm says more.
    """
    if not proven.whole:
        raise Tampered(
            say("sites.record-differs"),
            kept=say("records.nothing-changed"),
            remedy=say("records.ask-principal"),
        )
    return proven


def name_in(proven: Proven, person: PersonId | None) -> str:
    """Give somebody's real name, empty where nobody is known by this id."""
    found = None if person is None else proven.trust.people.get(person)
    return "" if found is None else found.name
