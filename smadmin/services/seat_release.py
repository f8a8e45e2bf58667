"""By what a queued post was released, asked once more by a computer login: by the rules of the last gate.

The rows are plain, and what let somebody release came with the packet. Without those parts nobody here reads
whom a permission names, so nothing goes out by one that came without them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smadmin.domain.approvals import Mandate, PhotoLooks, ReleaseBy, ReleaseCase, release_blockers
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PublicationId
from smadmin.domain.manifests import OVERRIDES_PART, Manifest
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.plan import PLAN_GOES_ON, monday_of
from smadmin.domain.posts import Content
from smadmin.domain.publications import publication_id
from smadmin.domain.spoken import YES_PART
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import leaves_now
from smadmin.services.facts import Fact
from smadmin.services.mandates import notice_from, office_row, permission_from, went_out
from smadmin.services.proof import Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.queued import InQueue, queued_among
from smadmin.services.week_signatures import SIGNING_ACTS
from smadmin.services.week_standing import week_standing

_BEHIND_A_SEAL = frozenset({Act.TAKE_WEEK, Act.ENTER_WEEK})
"""What signed a week by a statement that nobody reads without the school's key."""
_ENDS_WEEK = frozenset({Act.WITHDRAW_WEEK, Act.UNDO_WEEK})


@dataclass(frozen=True)
class Released:
    """A release as a computer login has it.

    Args:
        fact: its row.
        signed: what that signed.
        given: the part of the row that let its signer release, where the packet brought it.
        on: the school's day.
    """

    fact: Fact
    signed: Manifest
    given: Mapping[str, Plain] | None
    on: date

    @property
    def accounts(self) -> tuple[AccountId, ...]:
        """All accounts for which it is released."""
        return tuple(self.signed.accounts)


def release_reasons(proven: Proven, released: Released, queue: InQueue) -> tuple[Reason, ...]:
    """List why who released it may not have, or wouldn't any more, by all that is plain.

    Whether the policy asks for a second look or the principal's own hand, it said when the post was queued;
    another policy since holds it anyway.
    """
    person, signed, on = released.fact.body.person, released.signed, released.on
    if person is None or _author(proven, released.fact) != signed.author:
        return (Reason(say("publications.no-release")),)
    roles, overridden = _roles(proven, person, released), OVERRIDES_PART in released.fact.body.parts
    named = overridden and Role.COMMUNICATIONS in roles and not roles & OFFICE
    mandate = _mandate(proven, released, person, queue)
    case = ReleaseCase(
        post=signed.post,
        author=signed.author,
        releaser=person,
        roles=roles,
        pack_releases=ReleaseBy.WEEK,
        mandate=mandate,
        looks=tuple(_looks(proven, one) for one in signed.looks),
        second_look_required=False,
        open_blocks=(),
        overridden_blocks=int(overridden),
        warnings=len(signed.findings),
        account_reasons=(),
        today=on,
        overriders=frozenset({Role.COMMUNICATIONS}) if named else frozenset(),
        leaves=leaves_now(proven, person, on),
    )
    gone = mandate is None or mandate.seq != signed.mandate_seq or queue.queued.mandate is not signed.mandate
    reasons = (Reason(say("publications.mandate-gone")),) if gone else ()
    return (*reasons, *release_blockers(case))


def _author(proven: Proven, release: Fact) -> PersonId | None:
    """Give who handed in what was released: a manifest that names somebody else was made up."""
    rows = proven.about(Noun.POSTS, release.body.id)
    handed = [one.body.person for one in rows if one.body.act == Act.SUBMIT and one.seq < release.seq]
    return handed[-1] if handed else None


def _roles(proven: Proven, person: PersonId, released: Released) -> frozenset[Role]:
    each = [proven.trust.roles(person, released.on, one) for one in released.accounts]
    return frozenset.intersection(*each) if each else frozenset()


def _looks(proven: Proven, told: tuple[PhotoId, int | None, int | None]) -> PhotoLooks:
    """Give who looked at a photo, by the rows that the release names; who did elsewhere is sealed."""
    photo, first, second = told
    return PhotoLooks(
        photo=photo,
        exported="as it was released",  # its bytes are held against the manifest
        first=_looker(proven, photo, first, Act.FIRST_LOOK),
        first_seq=first,
        second=_looker(proven, photo, second, Act.SECOND_LOOK),
        second_seq=second,
    )


def _looker(proven: Proven, photo: PhotoId, seq: int | None, act: Act) -> PersonId | None:
    row = None if seq is None else proven.at(seq)
    fits = row is not None and (row.body.noun, row.body.id, row.body.act) == (Noun.PHOTOS, photo, act)
    return row.body.person if row is not None and fits else None


def _mandate(proven: Proven, released: Released, person: PersonId, queue: InQueue) -> Mandate | None:
    """Give by what this release would be given today, or None: its row must be one of the kind it names."""
    signed, row = released.signed, proven.at(released.signed.mandate_seq)
    if row is None or not proven.stands(row):
        return None
    match signed.mandate:
        case ReleaseBy.EACH:
            return _by_office(proven, released, person)
        case ReleaseBy.PHONE:
            return _by_phone(proven, released, person)
        case ReleaseBy.WEEK:
            holds = _week_holds(proven, row, released.on)
        case ReleaseBy.STANDING:
            holds = _permits(proven, row, released, person)
        case ReleaseBy.NOTICE:
            holds = _is_notice(proven, row, released, person)
    used = signed.mandate is ReleaseBy.STANDING and is_used(proven, released, queue)
    return Mandate(signed.mandate, row.seq, used=used) if holds else None


def _by_office(proven: Proven, released: Released, person: PersonId) -> Mandate | None:
    named = {Role.COMMUNICATIONS} if OVERRIDES_PART in released.fact.body.parts else frozenset[Role]()
    seq = office_row(proven, person, released.on, OFFICE | named)
    return None if seq is None else Mandate(ReleaseBy.EACH, seq)


def _by_phone(proven: Proven, released: Released, person: PersonId) -> Mandate | None:
    """Find whose yes it may be: somebody in office who neither wrote nor signed; their words are sealed."""
    if YES_PART not in released.fact.body.parts:
        return None
    for one in {grant.person for grant in proven.trust.grants.values()} - {person, released.signed.author}:
        seq = office_row(proven, one, released.on)
        if seq == released.signed.mandate_seq and not leaves_now(proven, one, released.on):
            return Mandate(ReleaseBy.PHONE, seq)
    return None


def _week_holds(proven: Proven, row: Fact, on: date) -> bool:
    """Tell whether a row signed a week that goes on to this day, and nobody took that back."""
    if row.body.noun != Noun.WEEKS or row.body.act not in SIGNING_ACTS:
        return False
    monday = date.fromisoformat(row.body.id or "")
    if not monday <= monday_of(on) <= monday + PLAN_GOES_ON:
        return False
    if row.body.act in _BEHIND_A_SEAL:
        later = (one for one in proven.about(Noun.WEEKS, row.body.id) if one.seq > row.seq)
        return not any(one.body.act in _ENDS_WEEK for one in later)
    return any(one.fact.seq == row.seq for one in week_standing(proven, monday).signings)


def _permits(proven: Proven, row: Fact, released: Released, person: PersonId) -> bool:
    permission = None if released.given is None else permission_from(row, released.given)
    if permission is None or _taken_back(proven, row, Act.WITHDRAW_PERMISSION):
        return False
    return permission.covers(person, released.accounts, released.on)


def _is_notice(proven: Proven, row: Fact, released: Released, person: PersonId) -> bool:
    text = None if released.given is None else notice_from(row, released.given)
    signed = released.signed
    if text is None or any(signed.files.values()) or _taken_back(proven, row, Act.WITHDRAW_NOTICE):
        return False
    content = Content(accounts=released.accounts, wordings=signed.texts)
    return text.covers(person, content, released.on)


def _taken_back(proven: Proven, row: Fact, act: Act) -> bool:
    later = (one for one in proven.about(Noun(row.body.noun), row.body.id) if one.seq > row.seq)
    return any(one.body.act in {act, row.body.act} for one in later)


def is_used(proven: Proven, released: Released, queue: InQueue) -> bool:
    """Tell whether another post for the same planned one went out: a permission is for one.

    What was queued names its planned posts. What somebody sent by hand doesn't, so a person looks.
    """
    own = {publication_id(released.signed.post, one) for one in released.accounts}
    planned = queue.queued.named(Noun.SLOTS)
    for other in sorted(went_out(proven) - own):
        kept = proven.unit.publications.maybe(PublicationId(other))
        rows = proven.about(Noun.PUBLICATIONS, other)
        if kept is not None:
            rows = publication_rows(proven, kept.id, kept.account)
        its = queued_among(proven, rows)
        if its is not None and planned & its.queued.named(Noun.SLOTS):
            return True
        here = kept is None or kept.account in released.accounts
        if its is None and here and any(one.seq > queue.fact.seq for one in rows if one.body.act in _LEAVES):
            return True
    return False


_LEAVES = frozenset({Act.SEND, Act.HAND_OUT, Act.PUBLISH})
