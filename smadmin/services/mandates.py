"""Mandates: by what somebody may release, read from the proven record alone (`product.md`, Approvals).

The office holds it by its role, an author by a standing permission, everybody else by the signed week's plan.
A permission is for planned posts alone: for the very slots that a week's signature names, as they stood then.
Whoever writes also plans, so a slot of the author's own making covers nothing, be its topic signed or not.
Whether the one who gave it could give it is judged as rights stood at that row's place in the chain.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from smadmin.domain.approvals import Mandate, ReleaseBy, mandate_of
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, PersonId, PostId, SlotId
from smadmin.domain.keys import TRUST_PART
from smadmin.domain.manifests import Manifest
from smadmin.domain.notices import NoticeText
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.permissions import StandingPermission
from smadmin.domain.plan import PlannedDay, SignedSlot, WeekPlan, covers, monday_of, over, signed_together
from smadmin.domain.posts import Content
from smadmin.domain.publications import publication_id
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.plan import newest_signature, plans_in_force
from smadmin.services.proof import Fact, Proven
from smadmin.services.releases import REVISION_PART
from smadmin.services.week_signatures import slot_as_recorded
from smadmin.services.week_standing import week_signed

PERMISSION_PART, NOTICE_PART = "permission", "notice"


def mandate_for(
    proven: Proven,
    person: PersonId,
    *,
    post: PostId,
    author: PersonId,
    content: Content,
    today: date,
    offices: frozenset[Role] = OFFICE,
) -> Mandate | None:
    """Give by what a person would release a post today, or None; `offices` release by themselves.

    A permission is used once for a planned post: what went out already can't be written again under it.
    """
    wrote, office = person == author, None
    accounts, slot = content.accounts, content.slot
    notice = notice_held(proven, person, content, today) if wrote else None
    if proven.trust.roles(person, today) & offices and not wrote:
        office = office_row(proven, person, today, offices)
        if office is None:  # a role that no row gave is none
            return None
    plans = plans_in_force(proven, today)
    covering = covering_plan(proven, plans, content, today)
    plan, covered = covering or next(iter(plans), None), covering is not None
    held = _permission_held(proven, person, accounts, today) if wrote else None
    planned = () if held is None or slot is None else planned_together(proven, slot, today)
    if held is not None:
        covered = bool(accounts) and all(_planned_for(proven, one, planned) for one in accounts)
    return mandate_of(
        wrote=wrote,
        notice=None if notice is None else notice.seq,
        office=office,
        permission=None if held is None else held.seq,
        week=None if plan is None else plan.seq,
        covered=covered,
        used=_is_out(proven, frozenset(one.id for one in planned), accounts, but=post),
    )


def planned_together(proven: Proven, slot: SlotId, today: date) -> tuple[SignedSlot, ...]:
    """Give what the signed week of a slot's day plans for one post with it; empty where none holds.

    A post for next week may be released before it begins: its very slot was signed.
    """
    recorded = slot_as_recorded(proven, slot)
    plan = None if recorded is None else newest_signature(proven, monday_of(recorded.day))
    return () if plan is None or over(plan, today) else signed_together(plan, slot)


def covering_plan(
    proven: Proven, plans: Iterable[WeekPlan], content: Content, today: date
) -> WeekPlan | None:
    """Give the first of some plans in force that covers a post, by its topic or by its very name."""
    return next((one for one in plans if _covers(proven, one, content, today)), None)


def _covers(proven: Proven, plan: WeekPlan, content: Content, today: date) -> bool:
    topic = planned_topic(proven, content.slot)
    named = _named_in(proven, plan, content.accounts, content.slot)
    return topic is not None and covers(plan, content.accounts, topic, today, slot=content.slot, named=named)


def _named_in(
    proven: Proven, plan: WeekPlan, accounts: tuple[AccountId, ...], slot: SlotId | None
) -> frozenset[AccountId]:
    """Give the accounts for which a signature names the very planned post, still as it was signed."""
    together = () if slot is None else signed_together(plan, slot)
    return frozenset(one for one in accounts if _planned_for(proven, one, together))


def _planned_for(proven: Proven, account: AccountId, planned: tuple[SignedSlot, ...]) -> bool:
    """Tell whether one of these planned posts is for an account and still is what was signed."""
    return any(one.account == account and slot_as_recorded(proven, one.id) == one for one in planned)


def _is_out(
    proven: Proven, slots: frozenset[SlotId], accounts: tuple[AccountId, ...], *, but: PostId
) -> bool:
    """Tell whether another post for one of these slots went out on one of these accounts, by the record."""
    if not slots:
        return False
    left = went_out(proven)
    for fact in proven.acts(Act.SUBMIT):
        other = PostId(fact.body.id or "")
        if other == but or left.isdisjoint(publication_id(other, one) for one in accounts):
            continue
        part = proven.part(fact, REVISION_PART)
        content = None if part is None else part.get("content")
        if isinstance(content, dict) and content.get("slot") in slots:
            return True
    return False


def went_out(proven: Proven) -> frozenset[str]:
    """Give the publications that are out, or left the program: nobody knows whether readers see those."""
    ends = (*proven.acts(Act.GIVE_UP), *proven.acts(Act.NOT_OUT))
    ended = {one.body.id: one.seq for one in sorted(ends, key=lambda one: one.seq)}
    left = (*proven.acts(Act.HAND_OUT), *proven.acts(Act.SEND))
    perhaps = [one for one in left if one.seq > ended.get(one.body.id, 0)]
    return frozenset(fact.body.id or "" for fact in (*perhaps, *proven.acts(Act.PUBLISH)))


def planned_topic(proven: Proven, slot: SlotId | None) -> str | None:
    """Give the topic of a slot as the record has it: the table of slots proves nothing."""
    recorded = None if slot is None else slot_as_recorded(proven, slot)
    return None if recorded is None else recorded.topic


def planned_day(proven: Proven, slot: SlotId | None, today: date) -> PlannedDay | None:
    """Give what a slot is for, as the record has it."""
    recorded = None if slot is None else slot_as_recorded(proven, slot)
    return None if recorded is None else PlannedDay(recorded.topic, recorded.day, today)


def mandate_alive(proven: Proven, manifest: Manifest, now: Mandate | None) -> bool:
    """Tell whether what let somebody release still would (`now`: their mandate for the same post today).

    A week signed anew stands in for the older signature as long as it covers the same.
    """
    if now is None or not now.covers or now.by is not manifest.mandate:
        return False
    if manifest.mandate is ReleaseBy.WEEK:
        given = proven.at(manifest.mandate_seq)
        return given is not None and week_signed(proven, given) is not None
    return now.seq == manifest.mandate_seq


def permissions(proven: Proven) -> tuple[StandingPermission, ...]:
    """Give the standing permissions that principals gave and nobody took back."""
    given: dict[str, StandingPermission] = {}
    for fact in proven.about(Noun.PERMISSIONS):
        if fact.body.id is None or Role.PRINCIPAL not in fact.roles:
            continue
        if fact.body.act == Act.WITHDRAW_PERMISSION:
            given.pop(fact.body.id, None)
            continue
        part = proven.part(fact, PERMISSION_PART) if fact.body.act == Act.STANDING_PERMISSION else None
        permission = None if part is None else permission_from(fact, part)
        if permission is not None:
            given[permission.id] = permission
    return tuple(given.values())


def permission_from(fact: Fact, part: Mapping[str, Plain]) -> StandingPermission | None:
    """Give the permission that a row gave, by its part; None where it gave none."""
    given = (fact.body.noun, fact.body.act) == (Noun.PERMISSIONS, Act.STANDING_PERMISSION)
    if not given or Role.PRINCIPAL not in fact.roles or part.get("person") == fact.body.person:
        return None
    with suppress(KeyError, ValueError):  # signed, and yet no permission
        return _permission(fact.body.id or "", part, fact.seq)
    return None


def notice_texts(proven: Proven) -> tuple[NoticeText, ...]:
    """Give the notices' texts that principals signed and nobody took back, oldest first."""
    signed: dict[str, NoticeText] = {}
    for fact in proven.about(Noun.NOTICES):
        if fact.body.id is None:
            continue
        if fact.body.act == Act.WITHDRAW_NOTICE:
            signed.pop(fact.body.id, None)
            continue
        part = proven.part(fact, NOTICE_PART) if fact.body.act == Act.SIGN_NOTICE else None
        text = None if part is None else notice_from(fact, part)
        if text is not None:
            signed[text.id] = text
    return tuple(signed.values())


def notice_from(fact: Fact, part: Mapping[str, Plain]) -> NoticeText | None:
    """Give the text that a row signed, by its part; None where it signed none."""
    given = (fact.body.noun, fact.body.act) == (Noun.NOTICES, Act.SIGN_NOTICE)
    if not given or Role.PRINCIPAL not in fact.roles:
        return None
    with suppress(KeyError, TypeError, ValueError):  # signed, and yet no text
        text = NoticeText.from_plain(fact.body.id or "", part, fact.seq)
        return text if fact.body.person not in text.people else None
    return None


def notice_held(proven: Proven, person: PersonId, content: Content, today: date) -> NoticeText | None:
    """Find the newest signed text that lets a person release this content alone."""
    held = [one for one in notice_texts(proven) if one.covers(person, content, today)]
    return held[-1] if held else None


def _permission(permission: str, part: Mapping[str, Plain], seq: int) -> StandingPermission:
    accounts = part["accounts"]
    return StandingPermission(
        id=permission,
        person=PersonId(str(part["person"])),
        accounts=tuple(AccountId(str(one)) for one in accounts) if isinstance(accounts, list) else (),
        starts=date.fromisoformat(str(part["starts"])),
        ends=date.fromisoformat(str(part["ends"])),
        seq=seq,
    )


def _permission_held(
    proven: Proven, person: PersonId, accounts: tuple[AccountId, ...], today: date
) -> StandingPermission | None:
    held = [one for one in permissions(proven) if one.covers(person, accounts, today)]
    return held[-1] if held else None


def office_row(
    proven: Proven, person: PersonId, today: date, offices: frozenset[Role] = OFFICE
) -> int | None:
    """Find the row that gave the office which this person holds today."""
    alive = {
        grant.id
        for grant in proven.trust.grants.values()
        if grant.person == person and grant.role in offices and grant.alive(today)
    }
    for fact in reversed(proven.acts(Act.GRANT)):
        part = proven.part(fact, TRUST_PART)
        grant = None if part is None else part["grant"]
        if isinstance(grant, dict) and grant["id"] in alive:
            return fact.seq
    return None
