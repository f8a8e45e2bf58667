"""Notices that were released, read from the proven record: who still countersigns, and what isn't out yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.manifests import MANIFEST_PART, Manifest
from smadmin.domain.notices import SentNotice, Side
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.proof import Fact, Proven
from smadmin.services.taken_back import taken_back
from smadmin.storage.unit import Unit

ELSEWHERE_PART = "elsewhere"
ASKED_FOR = timedelta(days=60)
"""So long a countersignature is asked for; every release ever made would take too long to open."""

_ROLES = {Side.OFFICE: OFFICE, Side.COMMUNICATIONS: frozenset({Role.COMMUNICATIONS})}


@dataclass(frozen=True)
class OwedNotice:
    """A notice to countersign: who released it, by name, where it is out, and where it isn't yet."""

    sent: SentNotice
    by: str
    out: tuple[Account, ...]
    waiting: tuple[Account, ...]


def owed_notice(unit: Unit, proven: Proven, sent: SentNotice) -> OwedNotice:
    """Look up who released a notice and how far it is."""
    draft, out = unit.posts.get(sent.post), _out(unit, sent.post)
    accounts = [one for one in unit.accounts.all() if one.id in draft.content.accounts]
    person = None if sent.by is None else proven.trust.people.get(sent.by)
    return OwedNotice(
        sent,
        "" if person is None else person.name,
        tuple(one for one in accounts if one.id in out),
        tuple(one for one in accounts if one.id not in out),
    )


def sent_notices(proven: Proven, now: datetime) -> tuple[SentNotice, ...]:
    """Give the notices of the last weeks, oldest first, each with whose countersignature is due."""
    first = next((row.seq for row in proven.about(Noun.NOTICES)), None)
    if first is None:
        return ()
    late = [one for one in proven.acts(Act.APPROVE) if one.seq > first and one.moment >= now - ASKED_FOR]
    return tuple(told for fact in late if (told := _told(proven, fact, now)) is not None)


def sides_of(roles: frozenset[Role]) -> frozenset[Side]:
    """Give for which sides somebody countersigns."""
    return frozenset(side for side, theirs in _ROLES.items() if roles & theirs)


def unposted(unit: Unit, sent: Iterable[SentNotice]) -> frozenset[PostId]:
    """Give those of these notices that aren't out on each of their accounts: families don't know yet."""
    posts = {one.post for one in sent}
    return frozenset(
        draft.id
        for draft in unit.posts.find(stage=PostStage.RELEASED.value)
        if draft.id in posts and not _out(unit, draft.id) >= set(draft.content.accounts)
    )


def _out(unit: Unit, post: PostId) -> set[AccountId]:
    found = unit.publications.find(post_id=post)
    return {one.account for one in found if one.step is PublicationStep.CONFIRMED}


def _told(proven: Proven, fact: Fact, now: datetime) -> SentNotice | None:
    content = proven.part_bytes(fact, MANIFEST_PART)
    try:
        manifest = None if content is None else Manifest.from_bytes(content)
    except ValueError:
        return None
    if manifest is None or manifest.mandate is not ReleaseBy.NOTICE:
        return None
    if taken_back(proven, fact):
        return None  # a later release is asked about by itself
    signed = {
        side
        for row in proven.about(Noun.NOTICES, manifest.post)
        if row.body.act == Act.COUNTERSIGN and row.seq > fact.seq
        for side in sides_of(row.roles)
    }
    today = proven.trust.day_of(now)
    there = {side for side in Side if any(proven.trust.holders(one, today) for one in _ROLES[side])}
    part = proven.part(fact, ELSEWHERE_PART) or {}
    places = part.get("places")
    return SentNotice(
        post=manifest.post,
        words=next(iter(manifest.texts.values()), ""),
        by=fact.body.person,
        sent_at=fact.moment,
        elsewhere=tuple(str(one) for one in places) if isinstance(places, list) else (),
        owed=frozenset(there - signed),
    )
