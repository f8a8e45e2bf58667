"""Which posts that went out end no silence: nobody saw them, they are gone, or they took another's place."""

from collections.abc import Iterable

from smadmin.domain.ids import PostId, PublicationId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.corrected_posts import begun_for
from smadmin.storage.unit import Unit


def unseen(unit: Unit, out: Iterable[Publication]) -> frozenset[PublicationId]:
    """Name those of some posts that families never saw, see no more, or had seen as another post before.

    By the rows as they lie, as a cadence is counted; a correction on a card of its own is a post like any.
    """
    known = {one.id: one for one in out}
    gone = {
        PublicationId(row.noun_id or "") for row in unit.record.of_act(Noun.REMOVALS, Act.TAKEN_DOWN, known)
    }
    places = {(known[one].account, known[one].link) for one in gone & known.keys() if known[one].link}
    again = _in_place(unit, known.values())
    return frozenset(
        one.id
        for one in known.values()
        if Difference.HIDDEN in one.differs
        or one.id in gone
        or one.id in again
        or (one.account, one.link) in places
    )


def _in_place(unit: Unit, out: Iterable[Publication]) -> frozenset[PublicationId]:
    """Name those whose words stand where another post's stood."""
    by_post: dict[str, list[Publication]] = {}
    for one in out:
        by_post.setdefault(one.post or "", []).append(one)
    begun = unit.record.of_act(Noun.CORRECTIONS, Act.CORRECT, [one for one in by_post if one])
    found = set[PublicationId]()
    for post in dict.fromkeys(row.noun_id or "" for row in begun):
        first = unit.publications.find(post_id=begun_for(unit, PostId(post)))
        stood = {(one.account, one.link) for one in first if one.step is PublicationStep.CONFIRMED}
        found |= {one.id for one in by_post[post] if one.link and (one.account, one.link) in stood}
    return frozenset(found)
