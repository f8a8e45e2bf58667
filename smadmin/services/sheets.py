"""What somebody reads before releasing a post: one sheet a post, and the short lines of the queue.

Only reads; what decides stands in `Approvals`. Names and moments are as the proven record has them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, MediaId, PersonId, PostId, SeatId
from smadmin.domain.messages import Message
from smadmin.domain.people import PUBLISHERS, Person, Role
from smadmin.domain.photos.adults import NOTHING_KNOWN, Adults
from smadmin.domain.photos.review import Photo
from smadmin.domain.plan import PlannedDay
from smadmin.domain.policy.approved import platform_doubts
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Draft, Override, Picture, PostStage, meant, overridden
from smadmin.domain.spoken import is_spoken
from smadmin.services.approvals import Approvals
from smadmin.services.correcting import corrected_words
from smadmin.services.desk import Desk
from smadmin.services.guards import guards_of
from smadmin.services.held import stopped_reasons
from smadmin.services.how_far import NOT_BEGUN, HowFar, accounts_of, how_far
from smadmin.services.mandates import mandate_for, planned_day, planned_topic
from smadmin.services.picture_files import PictureFile, files_as_signed, sizes_of
from smadmin.services.plan import plans_in_force
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader, distinct
from smadmin.services.releases import Facts, Release, newest_release, newest_revision
from smadmin.services.signers import Signed, given_at, signed_in
from smadmin.services.yeses import yes_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class MandateSheet:
    """By what a post is released, and who gave that.

    Args:
        covers: false for a post off the plan.
        lacking: the accounts for which the signed week doesn't plan its topic.
    """

    by: ReleaseBy
    given: Signed | None
    covers: bool = True
    lacking: tuple[Account, ...] = ()


@dataclass(frozen=True)
class ReleaseSheet:
    """A release that stands. `closes` is the last moment at which the post may go out, UTC."""

    signed: Signed
    mandate: MandateSheet
    closes: datetime


@dataclass(frozen=True)
class PictureSheet:
    """A picture of the post and who looked at it. `photo` is None where it was removed.

    Args:
        adults: what its folder rests on that adults are shown.
    """

    picture: Picture
    photo: Photo | None
    first: Signed | None
    second: Signed | None
    adults: Adults = NOTHING_KNOWN


@dataclass(frozen=True)
class QueueLine:
    """A post in the queue, as this person finds it.

    Args:
        since: UTC; when it was handed in, or released.
        blockers: why this person can't release it, or why what is released can't go out.
        far: on which accounts a released one is out.
    """

    draft: Draft
    author: str
    accounts: tuple[Account, ...]
    topic: str
    since: datetime
    blockers: tuple[Reason, ...]
    far: HowFar = NOT_BEGUN


@dataclass(frozen=True)
class Sheet:
    """Everything about one post that waits for its release, or is released and not out everywhere.

    Args:
        wrote: who handed it in, and when.
        warnings: findings that stand and nobody spoke about.
        overrides: findings that the author let stand, with the finding itself where it still is one.
        blockers: why this person can't release it, or why what is released can't go out.
        mandate: by what this person would release it, or None.
        release: the release that stands, or None while it waits.
        far: on which accounts it is out, and whether some of it is on its way.
        planned: what it is written for, as the record has it.
        roles: what this person is today for all its accounts.
        seat: the computer login that this person sits at.
        clauses: per demand that a finding cites, its place in the district's document.
        named: which other account or school of ours it names.
        unnamed: whose platform the policy doesn't name.
        pin: whether this person acts with a reviewer's PIN.
        files: per account the pictures that go out there, each with its file; `sizes` of the files, bytes.
        corrects: how the post begins that it corrects; None where it corrects none.
    """

    draft: Draft
    wrote: Signed | None
    accounts: tuple[Account, ...]
    topic: str
    pictures: tuple[PictureSheet, ...]
    warnings: tuple[Finding, ...]
    overrides: tuple[tuple[Override, Finding | None], ...]
    blockers: tuple[Reason, ...]
    mandate: MandateSheet | None
    release: ReleaseSheet | None
    far: HowFar
    roles: frozenset[Role]
    seat: SeatId | None
    clauses: Mapping[str, str]
    named: tuple[Message, ...] = ()
    unnamed: tuple[Message, ...] = ()
    pin: bool = False
    planned: PlannedDay | None = None
    files: Mapping[AccountId, tuple[PictureFile, ...]] = field(default_factory=dict)
    sizes: Mapping[MediaId, int] = field(default_factory=dict)
    corrects: str | None = None

    @property
    def may_publish(self) -> bool:
        """Tell whether this person may hand it out once it is released."""
        return bool(self.roles & PUBLISHERS)


class Sheets:
    """The sheets of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, approvals: Approvals) -> None:
        """Stand on the desk, the policy, the proven record and who decides."""
        self._desk = desk
        self._reader = reader
        self._proof = proof
        self._approvals = approvals
        self._facts = Facts(desk, reader)

    def queue(self, by: Actor) -> tuple[QueueLine, ...]:
        """Give what waits for release, oldest first, then what is released and not out everywhere."""
        waiting = self._approvals.queue(by)
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            lines = [self._line(unit, proven, one.draft, one.blockers) for one in waiting]
            released = [
                self._line(unit, proven, draft, stopped_reasons(self._facts, unit, proven, draft))
                for draft in unit.posts.find(stage=PostStage.RELEASED.value)
            ]
        return (*sorted(lines, key=lambda one: one.since), *sorted(released, key=lambda one: one.since))

    def sheet(self, by: Actor, post: PostId) -> Sheet:
        """Give everything about a post that somebody reads before releasing it.

        Raises:
            KnownError: if there is no such post.
        """
        blockers = self._approvals.blockers(by, post)
        with self._desk.look(by) as unit:
            proven, draft = self._proof.now(unit), unit.posts.get(post)
            findings = self._reader.now(unit, draft.content)
            stand = distinct(findings, Severity.WARN)
            found = {(one.rule, meant(one)): one for one in (*stand, *distinct(findings, Severity.BLOCK))}
            pack = self._reader.pack(unit)
            if draft.stage is PostStage.RELEASED:
                blockers = stopped_reasons(self._facts, unit, proven, draft)
            release = newest_release(proven, post)
            signed = None if release is None or draft.stage is not PostStage.RELEASED else release.manifest
            files = files_as_signed(unit, draft.content, self._reader.policy.platforms, signed)
            return Sheet(
                draft=draft,
                wrote=_wrote(unit, proven, draft),
                accounts=accounts_of(unit, draft.content.accounts),
                topic=_topic(proven, draft),
                planned=planned_day(proven, draft.content.slot, self._facts.today(unit)),
                pictures=tuple(self._picture(unit, proven, one) for one in draft.content.pictures),
                warnings=tuple(one for one in stand if not overridden(one, draft.content.overrides)),
                overrides=tuple((one, found.get((one.rule, one.words))) for one in draft.content.overrides),
                blockers=blockers,
                mandate=self._mandate(unit, proven, by, draft),
                release=_release(proven, draft, release),
                far=how_far(unit, proven, draft, self._desk.now),
                roles=self._facts.roles(unit, proven.trust, by.person, draft.content.accounts),
                seat=by.seat,
                pin=by.lent,
                clauses={one.citation: pack.clause_number(one.citation) for one in found.values()},
                named=guards_of(unit, draft.content),
                unnamed=platform_doubts(pack, accounts_of(unit, draft.content.accounts)),
                files=files,
                sizes=sizes_of(unit, files),
                corrects=corrected_words(unit, proven, post),
            )

    def _line(self, unit: Unit, proven: Proven, draft: Draft, blockers: tuple[Reason, ...]) -> QueueLine:
        release = newest_release(proven, draft.id) if draft.stage is PostStage.RELEASED else None
        wrote = _wrote(unit, proven, draft)
        since = draft.edited_at if wrote is None else wrote.at
        return QueueLine(
            draft=draft,
            author=_name(proven.trust.people, draft.author),
            accounts=accounts_of(unit, draft.content.accounts),
            topic=_topic(proven, draft),
            since=since if release is None else release.fact.body.utc,
            blockers=blockers,
            far=NOT_BEGUN
            if draft.stage is not PostStage.RELEASED
            else how_far(unit, proven, draft, self._desk.now),
        )

    def _picture(self, unit: Unit, proven: Proven, picture: Picture) -> PictureSheet:
        photo = unit.photos.maybe(picture.photo)
        looks = () if photo is None else (photo.first, photo.second)
        first, second = (
            None if look is None else signed_in(proven, proven.at(look.seq)) for look in looks or (None, None)
        )
        folder = None if photo is None else unit.photo_sets.maybe(photo.set)
        adults = NOTHING_KNOWN if folder is None else folder.adults
        return PictureSheet(picture, photo, first, second, adults)

    def _mandate(self, unit: Unit, proven: Proven, by: Actor, draft: Draft) -> MandateSheet | None:
        content = draft.content
        mandate = mandate_for(
            proven,
            by.person or PersonId(""),
            post=draft.id,
            author=draft.author,
            content=content,
            today=self._facts.today(unit),
            offices=self._facts.offices(unit, content),
        )
        if mandate is None:
            return None
        lacking = () if mandate.covers else _lacking(proven, draft, self._facts.today(unit))
        given = given_at(proven, mandate.seq)
        return MandateSheet(mandate.by, given, mandate.covers, accounts_of(unit, lacking))


def _release(proven: Proven, draft: Draft, found: Release | None) -> ReleaseSheet | None:
    if draft.stage is not PostStage.RELEASED or found is None or found.edited_later or found.manifest is None:
        return None
    signed = signed_in(proven, found.fact)
    if signed is None:
        return None
    manifest = found.manifest
    told, by = yes_of(proven, found.fact), given_at(proven, manifest.mandate_seq)
    if is_spoken(manifest) and told is not None:
        yes = told[0]
        by = Signed(yes.said_by, _name(proven.trust.people, yes.said_by), yes.said_at, None)
    return ReleaseSheet(signed, MandateSheet(manifest.mandate, by), manifest.closes)


def _lacking(proven: Proven, draft: Draft, today: date) -> tuple[AccountId, ...]:
    """Give the accounts for which the signed week doesn't plan a post's topic."""
    plans, topic = plans_in_force(proven, today), _topic(proven, draft)
    if not plans or not topic:
        return ()
    return tuple(one for one in draft.content.accounts if not any(plan.holds(one, topic) for plan in plans))


def _wrote(unit: Unit, proven: Proven, draft: Draft) -> Signed | None:
    revision = newest_revision(unit, draft)
    return None if revision is None else signed_in(proven, proven.at(revision.seq))


def _topic(proven: Proven, draft: Draft) -> str:
    return planned_topic(proven, draft.content.slot) or ""


def _name(people: Mapping[PersonId, Person], person: PersonId) -> str:
    found = people.get(person)
    return "" if found is None else found.name
