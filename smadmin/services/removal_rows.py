"""What the signed rows say of posts that were taken down; anybody else's row begins and ends nothing."""

from dataclasses import replace
from datetime import datetime

from smadmin.domain.ids import AccountId, PersonId, PublicationId
from smadmin.domain.people import OFFICE, PUBLISHERS
from smadmin.domain.publications import Publication
from smadmin.domain.removals import ENDED_PART, REMOVAL_PART, Removal, RemovalStage, begun_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import towards
from smadmin.storage.unit import Unit


def removal_of(proven: Proven, publication: PublicationId, account: AccountId) -> Removal | None:
    """Give how far taking a post down is, or None where nobody began."""
    found: Removal | None = None
    begun: set[PersonId | None] = set()
    for fact in proven.about(Noun.REMOVALS, publication):
        mine = towards(fact, account) & PUBLISHERS
        if fact.body.act == Act.TAKE_DOWN and mine:
            begun.add(fact.body.person)
            found = _begun(proven, fact, publication, account) or found
        elif found is not None and (mine or fact.body.person in begun or fact.roles & OFFICE):
            found = _ended(proven, fact, found)
    return found


def all_removals(unit: Unit, proven: Proven, *, since: datetime | None = None) -> tuple[Removal, ...]:
    """Give every post that somebody began to take down, oldest first.

    Args:
        unit: the transaction.
        proven: the record in it.
        since: leaves out, unread, what was gone before that, UTC; None: nothing.
    """
    ids = dict.fromkeys(PublicationId(fact.body.id or "") for fact in proven.acts(Act.TAKE_DOWN))
    kept = (unit.publications.maybe(one) for one in ids)
    wanted = (one for one in kept if one and (since is None or not _gone_before(proven, one, since)))
    found = (removal_of(proven, one.id, one.account) for one in wanted)
    return tuple(one for one in found if one is not None)


def is_gone(proven: Proven, publication: PublicationId, account: AccountId) -> bool:
    """Tell whether a post was seen to be gone from an account."""
    found = removal_of(proven, publication, account)
    return found is not None and found.stage is RemovalStage.GONE


def _gone_before(proven: Proven, kept: Publication, since: datetime) -> bool:
    """Tell from the rows alone, no part opened, whether a removal was over before a time for certain."""
    rows = proven.about(Noun.REMOVALS, kept.id)
    ended = rows[-1]
    rightly = towards(ended, kept.account) & PUBLISHERS or ended.roles & OFFICE
    return ended.body.act == Act.TAKEN_DOWN and bool(rightly) and all(one.body.utc < since for one in rows)


def _begun(proven: Proven, fact: Fact, publication: PublicationId, account: AccountId) -> Removal | None:
    part = proven.part(fact, REMOVAL_PART) or {}
    try:
        return begun_of(part, publication, account, by=fact.body.person, at=fact.body.utc)
    except (KeyError, ValueError):  # signed, and yet none
        return None


def _ended(proven: Proven, fact: Fact, begun: Removal) -> Removal:
    if fact.body.act == Act.TAKEN_DOWN:
        return replace(begun, stage=RemovalStage.GONE, trouble="", ended=fact.body.utc)
    if begun.stage is RemovalStage.GONE:
        return begun
    why = str((proven.part(fact, ENDED_PART) or {}).get("trouble", ""))
    return replace(begun, stage=RemovalStage.NOT_SEEN, trouble=why)
