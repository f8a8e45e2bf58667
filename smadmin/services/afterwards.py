"""What became of posts that are out, for lists: by the proven record, or by the rows as they lie."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from smadmin.domain.corrections import Correction
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week import Afterwards
from smadmin.services.corrected_posts import begun_for
from smadmin.services.correcting import corrected_at, correction_of, same_place
from smadmin.services.proof import Proven
from smadmin.services.removal_rows import removal_of
from smadmin.storage.record import StoredRow
from smadmin.storage.unit import Unit

AfterwardsOf = Mapping[tuple[PostId | None, AccountId], Afterwards]
"""Per post and account."""
PLAIN = Afterwards()
NOTHING: AfterwardsOf = MappingProxyType({})


def afterwards_in(unit: Unit, proven: Proven, school: School) -> AfterwardsOf:
    """Give what became of every post on its accounts to which something was done once it was out."""
    found: dict[tuple[PostId | None, AccountId], Afterwards] = {}
    for one in all_corrections(proven):
        draft = unit.posts.maybe(one.post)
        for account in () if draft is None else draft.content.accounts:
            at = corrected_at(proven, one, account)
            if at is not None:
                first, day = (one.original, account), school.local(at).date()
                found[first] = replace(found.get(first, PLAIN), corrected=day)
                if one.post in same_place(proven, one.original, account):
                    found[one.post, account] = replace(found.get((one.post, account), PLAIN), instead=True)
    for id_ in dict.fromkeys(fact.body.id for fact in proven.acts(Act.TAKEN_DOWN)):
        kept = unit.publications.maybe(PublicationId(id_ or ""))
        removal = None if kept is None else removal_of(proven, kept.id, kept.account)
        if kept is None or kept.post is None or removal is None or removal.ended is None:
            continue
        gone = school.local(removal.ended).date()
        for post in same_place(proven, kept.post, kept.account):
            found[post, kept.account] = replace(found.get((post, kept.account), PLAIN), gone=gone)
    return found


def afterwards_lying(unit: Unit, school: School, since: date) -> AfterwardsOf:
    """Give the same of what went out since a day, by the rows as they lie: before anything is proven."""
    out = unit.publications.find_since(
        "published_at", school.begins(since), step=PublicationStep.CONFIRMED.value
    )
    found: dict[tuple[PostId | None, AccountId], Afterwards] = {}
    begun = unit.record.of_act(Noun.CORRECTIONS, Act.CORRECT, [one.post or "" for one in out])
    for post in dict.fromkeys(PostId(row.noun_id or "") for row in begun):
        mine, original = {one.id: one for one in out if one.post == post}, begun_for(unit, post)
        for row in unit.record.of_act(Noun.PUBLICATIONS, Act.PUBLISH, mine):
            newer = mine[PublicationId(row.noun_id or "")]
            first = (original, newer.account)
            found[first] = replace(found.get(first, PLAIN), corrected=_day(school, row))
            if any((one.post, one.account, one.link) == (*first, newer.link) for one in out):
                found[post, newer.account] = replace(found.get((post, newer.account), PLAIN), instead=True)
    ids = {one.id: one for one in out}
    for row in unit.record.of_act(Noun.REMOVALS, Act.TAKEN_DOWN, ids):
        gone = ids[PublicationId(row.noun_id or "")]
        for one in out:
            if (one.account, one.link) == (gone.account, gone.link):
                key = (one.post, one.account)
                found[key] = replace(found.get(key, PLAIN), gone=_day(school, row))
    return {**found, **_hidden(out, found)}


def with_hidden(unit: Unit, school: School, since: date, after: AfterwardsOf) -> AfterwardsOf:
    """Add which of the posts that went out since a day no visitor saw when they were last looked at."""
    out = unit.publications.find_saying(
        Difference.HIDDEN.value, "published_at", school.begins(since), step=PublicationStep.CONFIRMED.value
    )
    return {**after, **_hidden(out, after)}


def _hidden(out: Iterable[Publication], after: AfterwardsOf) -> AfterwardsOf:
    keys = [(one.post, one.account) for one in out if Difference.HIDDEN in one.differs]
    return {key: replace(after.get(key, PLAIN), hidden=True) for key in keys}


def all_corrections(proven: Proven) -> Iterator[Correction]:
    """Give every post that corrects another one, oldest first."""
    for post in dict.fromkeys(PostId(fact.body.id or "") for fact in proven.acts(Act.CORRECT)):
        one = correction_of(proven, post)
        if one is not None:
            yield one


def _day(school: School, row: StoredRow) -> date:
    return school.local(datetime.fromisoformat(row.utc)).date()
