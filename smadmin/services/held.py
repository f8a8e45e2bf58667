"""What keeps a released post from going out by now, found without opening its files.

The last gate asks the same once more before bytes leave; here it is asked early, so that no screen goes on
saying that a post can go out after a family said no to photos.
"""

from collections.abc import Sequence
from dataclasses import replace

from smadmin.domain.approvals import release_blockers
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.people import OFFICE
from smadmin.domain.posts import Draft
from smadmin.services.proof import Proven
from smadmin.services.releases import Facts
from smadmin.storage.unit import Unit


def held_reasons(facts: Facts, unit: Unit, proven: Proven, draft: Draft) -> tuple[Reason, ...]:
    """List what of the post would keep even a principal who had no hand in it from releasing it now."""
    case = facts.case(
        unit,
        proven,
        draft.author,
        post=draft.id,
        author=draft.author,
        content=draft.content,
        mandate=None,
    )
    uninvolved = replace(
        case,
        releaser=PersonId(""),
        roles=OFFICE,
        overriders=frozenset(),
        answered=True,
        head_right=True,
        roster_right=True,
        clock_right=True,
    )
    return release_blockers(uninvolved)


def photo_of(reasons: Sequence[Reason]) -> str | None:
    """Give the first photo that some reasons are about."""
    places = (one.place.partition(":") for one in reasons if one.place)
    return next((id_ for kind, _, id_ in places if kind == "photo"), None)
