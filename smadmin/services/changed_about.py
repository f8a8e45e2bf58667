"""What was done since about things by which a queued post was judged, and that a computer login can't read.

Photos, consents, planned posts are sealed; that a row is about them is plain. So any row since about one of
these is a change, and a person looks; rows about others say nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.leavers import Leaver, leaver
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.plan import monday_of
from smadmin.domain.posts import Content
from smadmin.domain.records import Part
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.mandates import NOTICE_PART, PERMISSION_PART, planned_together
from smadmin.services.proof import Proven
from smadmin.services.registered import answered_for
from smadmin.services.week_signatures import slot_as_recorded
from smadmin.storage.unit import Unit

_BY_PLAN = frozenset({ReleaseBy.WEEK, ReleaseBy.STANDING})
"""What is released by these was planned; whatever else was, may be planned otherwise."""
_GIVEN = {ReleaseBy.STANDING: PERMISSION_PART, ReleaseBy.NOTICE: NOTICE_PART}
"""By which part what was released so is judged."""


def leans_on(
    unit: Unit, proven: Proven, content: Content, signed: Manifest, on: date
) -> tuple[tuple[str, str], ...]:
    """Give by noun and id what a release leans on that only somebody signed in can find (`Queued.leans_on`).

    Args:
        unit: the transaction.
        proven: the record in it.
        content: what was released.
        signed: what the release signed.
        on: the school's day on which it goes out.
    """
    found = set[tuple[str, str]]()
    for picture in content.pictures:
        photo = unit.photos.maybe(picture.photo)
        found |= set() if photo is None else {(Noun.PHOTO_SETS.value, photo.set)}
    if signed.mandate in _BY_PLAN and content.slot is not None:
        together = planned_together(proven, content.slot, on)
        found |= {(Noun.SLOTS.value, one) for one in (content.slot, *(one.id for one in together))}
        planned = slot_as_recorded(proven, content.slot)
        if planned is not None:
            found.add((Noun.WEEKS.value, monday_of(planned.day).isoformat()))
    return tuple(sorted(found))


def given_part(unit: Unit, proven: Proven, signed: Manifest) -> Part | None:
    """Give the part of the permission or the notice by which a release stands, to go along in the packet."""
    row, name = proven.at(signed.mandate_seq), _GIVEN.get(signed.mandate)
    return None if row is None or name is None else unit.record.part(row.seq, name)


def changed_about(
    proven: Proven,
    account: AccountId,
    signed: Manifest,
    named: Iterable[tuple[str, str]],
    *,
    seq: int,
    on: date,
) -> tuple[Reason, ...]:
    """List what was done after a row about what a release leans on.

    Args:
        proven: the record.
        account: where it goes out.
        signed: what the release signed.
        named: what the row that queued it names (`leans_on`).
        seq: the row.
        on: the school's day.
    """
    leaning = dict[str, set[str]]()
    for noun, id_ in named:
        leaning.setdefault(noun, set()).add(id_)
    looks = {photo for photo, _, _ in signed.looks}
    photos = looks | {photo for files in signed.files.values() for photo, _, _ in files}
    reasons = []
    if _touched(proven, {Noun.PHOTOS: photos, Noun.PHOTO_SETS: leaning.get(Noun.PHOTO_SETS, set())}, seq):
        reasons.append(Reason(say("queue.photos-changed"), "BAL-B1i1"))
    if any(one.seq > seq for one in proven.about(Noun.ADULTS)):  # whom one is about is sealed
        reasons.append(Reason(say("queue.consents-changed")))
    if _plan_changed(proven, signed, leaning, seq, on) or _yes_changed(proven, signed.post, seq):
        reasons.append(Reason(say("publications.mandate-gone")))
    return (*reasons, *_people_reasons(proven, account, signed, seq=seq, on=on))


def _touched(proven: Proven, things: Mapping[Noun, Iterable[str]], seq: int) -> bool:
    return any(
        one.seq > seq for noun, ids in things.items() for id_ in ids for one in proven.about(noun, id_)
    )


def _plan_changed(
    proven: Proven, signed: Manifest, leaning: Mapping[str, Iterable[str]], seq: int, on: date
) -> bool:
    """Tell whether the plan by which it was released may be another: its slots, or a week that counts."""
    if signed.mandate not in _BY_PLAN:
        return False
    weeks, row = set(leaning.get(Noun.WEEKS, ())), proven.at(signed.mandate_seq)
    if signed.mandate is ReleaseBy.WEEK and row is not None and row.body.id is not None:
        # A later week that is signed, or taken back, stands in the place of the one before it.
        since = (one.body.id or "" for one in proven.about(Noun.WEEKS) if one.seq > seq)
        weeks |= {one for one in since if row.body.id <= one <= monday_of(on).isoformat()}
    return _touched(proven, {Noun.SLOTS: leaning.get(Noun.SLOTS, ()), Noun.WEEKS: weeks}, seq)


def _yes_changed(proven: Proven, post: PostId, seq: int) -> bool:
    """Tell whether a yes by phone was asked for anew; that it was countersigned changes nothing."""
    rows = proven.about(Noun.SPOKEN_YESES, post)
    return any(one.seq > seq and one.body.act != Act.COUNTERSIGN for one in rows)


def _people_reasons(
    proven: Proven, account: AccountId, signed: Manifest, *, seq: int, on: date
) -> tuple[Reason, ...]:
    """Say that somebody by whose word it goes out isn't any more what they were then."""
    row, known = proven.at(signed.mandate_seq), proven.unit.accounts.maybe(account)
    reasons = []
    people = {signed.author, *(() if row is None else (row.body.person,))}
    if not all(_as_then(proven, one, account, seq, on) for one in people if one is not None):
        reasons.append(Reason(say("queue.people-changed"), "BAL-B1b3"))
    if known is not None and not answered_for(proven, known, on):
        left = say("accounts.principal-left", account=known.label)
        reasons.append(Reason(left, "BAL-A1", f"account:{account}"))
    return tuple(reasons)


def _as_then(proven: Proven, person: PersonId, account: AccountId, seq: int, on: date) -> bool:
    """Tell whether somebody has each role and each key still that they had at a place, and stays."""
    then, now = proven.trust_at(seq), proven.trust
    keys = (id_ for id_, key in then.keys.items() if key.person == person and then.key_alive(id_) is not None)
    return (
        leaver(now, person, on) is Leaver.STAYS
        and then.roles(person, on, account) <= now.roles(person, on, account)
        and all(now.key_alive(id_) is not None for id_ in keys)
    )
