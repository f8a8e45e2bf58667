"""What keeps a released post from going out by now, found without opening its files.

The last gate asks the same once more before bytes leave; here it is asked early, so that no screen goes on
saying that a post can go out after a family said no to photos.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from smadmin.domain.approvals import Mandate, release_blockers
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.manifests import MANIFEST_PART, OVERRIDES_PART, Manifest
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE
from smadmin.domain.policy.packs import Pack
from smadmin.domain.posts import Draft
from smadmin.domain.publications import changed_between
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.proof import Proven
from smadmin.services.releases import Facts, newest_release, newest_revision, under_way
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


def stopped_reasons(facts: Facts, unit: Unit, proven: Proven, draft: Draft) -> tuple[Reason, ...]:
    """List what holds a released post, or else what of it isn't any more what was released (a new policy).

    While somebody is at it only the former: what lies ready was right when it was handed out.
    """
    release, revision = newest_release(proven, draft.id), newest_revision(unit, draft)
    signed = None if release is None else release.manifest
    held = (*crisis_reasons(proven, signed), *held_reasons(facts, unit, proven, draft))
    if held or signed is None or revision is None or under_way(unit, draft.id):
        return held
    mandate, window = Mandate(signed.mandate, signed.mandate_seq), (signed.opens, signed.closes)
    now = facts.manifest(unit, proven, revision, mandate=mandate, window=window, v=signed.v)
    changed = changed_between(signed, now)
    return (Reason(say("publications.not-what-was-released", what=changed)),) if changed else ()


def run_out(unit: Unit, draft: Draft, pack: Pack, now: datetime, mute: Collection[int] = ()) -> bool:
    """Tell whether a release was taken back, is over, or was given under another policy.

    Read from the rows as they lie, for a list that lets nothing out by itself (the last gate asks the proven
    ones); while somebody is at it nothing has run out. `mute` are the places of rows that count for nothing
    (`Desk.mute`).
    """
    rows = [row for row in unit.record.about(Noun.POSTS, draft.id) if row.seq not in mute]
    if under_way(unit, draft.id):
        return False
    if not rows or rows[-1].act != Act.APPROVE:
        return True
    part = unit.record.part(rows[-1].seq, MANIFEST_PART)
    beside = unit.record.part(rows[-1].seq, OVERRIDES_PART)
    if part is None:  # erased: it can't be compared with what would go out
        return True
    try:
        signed = Manifest.from_bytes(part.content, None if beside is None else beside.content)
    except ValueError:
        return True
    return not signed.opens <= now <= signed.closes or signed.policy != pack.as_signed


def photo_of(reasons: Sequence[Reason]) -> str | None:
    """Give the first photo that some reasons are about."""
    places = (one.place.partition(":") for one in reasons if one.place)
    return next((id_ for kind, _, id_ in places if kind == "photo"), None)
