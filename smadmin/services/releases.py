"""The facts of a release, found anew: for the decision before it and for the gate before anything leaves.

Both ask the same functions, so what was signed and what is rebuilt can only differ where something changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.approvals import Mandate, ReleaseCase
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, MediaId, PersonId, PostId
from smadmin.domain.keys import Trust
from smadmin.domain.manifests import (
    MANIFEST_VERSION,
    Identified,
    Manifest,
    SignedVideo,
)
from smadmin.domain.messages import say
from smadmin.domain.naming import writes_for
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.policy.packs import Duty, Pack
from smadmin.domain.posts import Content, Draft, PostStage, Revision, overridden
from smadmin.domain.publications import UNFINISHED, PublicationStep
from smadmin.domain.records import versioned
from smadmin.domain.timeline import ClockState
from smadmin.domain.verification import End
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import leaves_now
from smadmin.services.desk import Desk
from smadmin.services.entered import accounts_then
from smadmin.services.looked import folder_reasons, later_reasons, looks_at
from smadmin.services.picture_files import signed_files, with_every_file
from smadmin.services.proof import Fact, Proven
from smadmin.services.reading import Reader, distinct, open_blocks
from smadmin.services.registered import unproven
from smadmin.services.released_parts import manifest_of
from smadmin.services.videos.looked import video_looks
from smadmin.storage.unit import Unit

REVISION_PART = "revision"


@dataclass(frozen=True)
class Release:
    """A release as the record has it.

    Args:
        manifest: None if its part is missing or isn't what the row signed.
        edited_later: a later row about the post makes it void, whatever it says.
    """

    fact: Fact
    manifest: Manifest | None
    edited_later: bool

    @property
    def seq(self) -> int:
        """The row's place."""
        return self.fact.seq

    @property
    def person(self) -> PersonId | None:
        """Who released."""
        return self.fact.body.person


def newest_release(proven: Proven, post: PostId) -> Release | None:
    """Find the row that released a post last, and whether anything was done to the post since."""
    rows = proven.about(Noun.POSTS, post)
    approvals = [fact for fact in rows if fact.body.act == Act.APPROVE]
    if not approvals:
        return None
    newest = approvals[-1]
    return Release(newest, manifest_of(proven, newest), edited_later=rows[-1].seq > newest.seq)


def newest_revision(unit: Unit, draft: Draft) -> Revision | None:
    """Give the revision that a post stands at, unless its content was changed since."""
    found = [one for one in unit.revisions.find(post_id=draft.id) if one.number == draft.revision]
    return found[0] if found and found[0].content == draft.content else None


def proven_author(unit: Unit, proven: Proven, revision: Revision) -> PersonId | None:
    """Give who submitted a revision, if the record has exactly this content from them, and last.

    They were named for each account then (BAL-A2), whatever their program let through. Only releases may
    follow, and their being taken back: else an older revision was put back, seal and all.
    """
    fact = proven.at(revision.seq)
    later = (row.body.act for row in proven.about(Noun.POSTS, revision.post) if row.seq > revision.seq)
    if not set(later) <= {Act.APPROVE, Act.VOID}:
        return None
    if fact is None or fact.body.act != Act.SUBMIT or fact.body.id != revision.post:
        return None
    submitted: dict[str, Plain] = {"number": revision.number, "content": revision.content.to_plain()}
    if proven.part_bytes(fact, REVISION_PART) != canonical(versioned(submitted)):
        return None
    trust, on = proven.trust_at(revision.seq), proven.trust.day_of(fact.moment)
    then = accounts_then(unit, proven, revision.content.accounts, revision.seq)
    named = all(writes_for(trust, revision.author, one, on) for one in then)
    return fact.body.person if named and fact.body.person == revision.author else None


def waiting_reasons(unit: Unit, proven: Proven, draft: Draft) -> tuple[Reason, ...]:
    """List why a post isn't one that waits for its release just as its author handed it in."""
    revision = newest_revision(unit, draft)
    if draft.stage is not PostStage.SUBMITTED or revision is None:
        return (Reason(say("approvals.not-waiting")),)
    if proven_author(unit, proven, revision) != draft.author:
        return (Reason(say("approvals.not-as-handed-in")),)
    if under_way(unit, draft.id):
        return (Reason(say("posts.already-going-out")),)
    return ()


def under_way(unit: Unit, post: PostId) -> bool:
    """Tell whether somebody is publishing a post right now: began, and neither confirmed nor gave up.

    What is out on one account keeps nobody from releasing the post anew for the others.
    """
    steps = {one.step for one in unit.publications.find(post_id=post)}
    return not steps.isdisjoint(UNFINISHED)


def out_reasons(unit: Unit, post: PostId) -> tuple[Reason, ...]:
    """List why nothing of a post may be written anew: it is going out, or out on one of its accounts."""
    if under_way(unit, post):
        return (Reason(say("posts.already-going-out")),)
    out = unit.publications.find(post_id=post, step=PublicationStep.CONFIRMED.value)
    return (Reason(say("posts.partly-out")),) if out else ()


class Facts:
    """Finds the facts of a release."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and the policy."""
        self._desk = desk
        self._reader = reader

    def today(self, unit: Unit) -> date:
        """Give the school's own day."""
        return self._reader.today(unit)

    def release_days(self, unit: Unit) -> int:
        """Give how many days a release stands, by the pack."""
        return self._reader.pack(unit).release_days

    def roles(
        self, unit: Unit, trust: Trust, person: PersonId | None, accounts: tuple[AccountId, ...]
    ) -> frozenset[Role]:
        """Give the roles that a person has today for every one of these accounts."""
        if person is None:
            return frozenset()
        today = self.today(unit)
        each = [trust.roles(person, today, account) for account in accounts]
        return frozenset.intersection(*each) if each else trust.roles(person, today)

    def case(
        self,
        unit: Unit,
        proven: Proven,
        person: PersonId,
        *,
        post: PostId,
        author: PersonId,
        content: Content,
        mandate: Mandate | None,
    ) -> ReleaseCase:
        """Gather what decides whether a person may release this content."""
        pack = self._reader.pack(unit)
        findings = self._reader.now(unit, content)
        blocks = [one for one in distinct(findings, Severity.BLOCK) if overridden(one, content.overrides)]
        # Whom an unreadable entry protects, nobody knows: neither whose face nor whose name to look for.
        unread, platforms = self._reader.unread(unit), self._reader.policy.platforms
        return ReleaseCase(
            post=post,
            today=self.today(unit),
            author=author,
            releaser=person,
            roles=self.roles(unit, proven.trust, person, content.accounts),
            pack_releases=pack.releases,
            mandate=mandate,
            looks=with_every_file(unit, content, looks_at(unit, proven, content), platforms),
            second_look_required=pack.second_look is Duty.REQUIRED,
            open_blocks=(
                *open_blocks(findings, content),
                *self._reader.captions_reasons(unit, content),
                *(unread or later_reasons(unit, content, pack.roster_mode)),
                *folder_reasons(unit, proven, content),
            ),
            overridden_blocks=len(blocks),
            overriders=_overriders(pack, blocks),
            warnings=len(distinct(findings, Severity.WARN)),
            account_reasons=self.account_reasons(unit, proven, content.accounts),
            roster_right=proven.roster_right,
            head_right=proven.head_right and proven.whole,
            answered=proven.end is not End.UNANSWERED,
            clock_right=self.clock_right(proven),
            video=None if content.video is None else video_looks(unit, proven, content.video, pack),
            leaves=leaves_now(proven, person, self.today(unit)),
        )

    def offices(self, unit: Unit, content: Content) -> frozenset[Role]:
        """Give whose office releases a post: the principal's, and whom the pack names for its blocks."""
        if not content.overrides:
            return OFFICE
        found = distinct(self._reader.now(unit, content), Severity.BLOCK)
        stand = [one for one in found if overridden(one, content.overrides)]
        return OFFICE | _overriders(self._reader.pack(unit), stand)

    def clock_right(self, proven: Proven) -> bool:
        """Tell whether the clock isn't behind the record's latest row (`keys.md`, Clock).

        Nor so far ahead that nobody has looked: by such a clock no window is open and no role over.
        """
        return proven.timeline.state(self._desk.now) is ClockState.RIGHT

    def account_reasons(
        self, unit: Unit, proven: Proven, accounts: tuple[AccountId, ...]
    ) -> tuple[Reason, ...]:
        """List why these accounts may not be posted from; the plain register must fit the record."""
        reasons: list[Reason] = []
        for account in accounts:
            found, place = unit.accounts.maybe(account), f"account:{account}"
            if found is None:
                reasons.append(Reason(say("approvals.account-gone"), None, place))
                continue
            reasons += self._reader.account_reasons(unit, (account,))
            reasons += unproven(proven, found, self._reader, unit)
        return tuple(reasons)

    def manifest(
        self,
        unit: Unit,
        proven: Proven,
        revision: Revision,
        *,
        mandate: Mandate,
        window: tuple[datetime, datetime],
        opened: Mapping[MediaId, str] | None = None,
        video_file: str | None = None,
        v: int = MANIFEST_VERSION,
    ) -> Manifest:
        """Build the manifest of what would go out now.

        Args:
            unit: the transaction.
            proven: the record in it.
            revision: what goes out.
            mandate: by what it is released.
            window: from when to when, UTC.
            opened: per file the SHA-256 (hex) of its bytes, where they were opened; else the proven one.
            video_file: the SHA-256 (hex) of the video's bytes, where they were opened.
            v: the shape; an older one to be compared with what was signed in it.
        """
        content, pack = revision.content, self._reader.pack(unit)
        looks = looks_at(unit, proven, content)
        warnings = distinct(self._reader.now(unit, content), Severity.WARN)
        return Manifest(
            post=revision.post,
            revision=revision.number,
            author=revision.author,
            accounts={one: _identity(unit, proven.trust, one) for one in content.accounts},
            texts={one: content.text_for(one) for one in content.accounts},
            files=signed_files(unit, content, self._reader.policy.platforms, looks=looks, opened=opened, v=v),
            looks=tuple((one.photo, one.first_seq, one.second_seq) for one in looks),
            findings=tuple(sorted({finding.rule for finding in warnings})),
            overrides=tuple((one.rule, one.words, one.reason) for one in content.overrides),
            policy=pack.as_signed,
            mandate=mandate.by,
            mandate_seq=mandate.seq,
            opens=window[0].replace(microsecond=0),
            closes=window[1].replace(microsecond=0),
            video=self._video(unit, proven, content, video_file),
            v=v,
        )

    def _video(self, unit: Unit, proven: Proven, content: Content, file: str | None) -> SignedVideo | None:
        if content.video is None:
            return None
        looks = video_looks(unit, proven, content.video, self._reader.pack(unit))
        sha256 = looks.sha256 if file is None else file
        return SignedVideo(content.video, sha256 or "", looks.captions, tuple(seq for _, seq in looks.seen))


def _overriders(pack: Pack, stand: Sequence[Finding]) -> frozenset[Role]:
    """Give whom the pack names to let these findings stand."""
    named = (pack.rules[one.rule].override_by for one in stand if one.rule in pack.rules)
    return frozenset(role for role in named if role is not None)


def _identity(unit: Unit, trust: Trust, account: AccountId) -> Identified:
    """Say which account is meant: its pin, and the page where a person posts."""
    found, pin = unit.accounts.maybe(account), trust.pins.get(account, "")
    return Identified(pin, "", "") if found is None else Identified(pin, found.handle, found.page)
