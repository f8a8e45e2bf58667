"""Releasing posts: who waits for whom, the signed row that releases, and what undoes it.

A release is the row `approve` with its part `manifest`. Every fact that a decision stands on comes from the
proven record (`services.proof`) or is found anew; the stage in a post's row is for lists only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.approvals import (
    Mandate,
    ReleaseBy,
    ReleaseCase,
    release_blockers,
)
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import Message, say
from smadmin.domain.people import OFFICE
from smadmin.domain.permissions import StandingPermission, permission_blockers
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.publications import changed_for_readers
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.mandates import PERMISSION_PART, covering_plan, mandate_for, permissions
from smadmin.services.plan import plans_in_force
from smadmin.services.proof import Proof, Proven
from smadmin.services.queued import under_way_reasons
from smadmin.services.reading import Reader
from smadmin.services.releases import (
    Facts,
    Release,
    newest_release,
    newest_revision,
    out_reasons,
    waiting_reasons,
)
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Waiting:
    """A post that waits for its release, and why this person can't give it (empty: they can)."""

    draft: Draft
    author: str
    blockers: tuple[Reason, ...]
    mandate: ReleaseBy | None


class Approvals:
    """Releases of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk = desk
        self._proof = proof
        self.facts = Facts(desk, reader)

    def queue(self, by: Actor) -> tuple[Waiting, ...]:
        """Give what waits for release, oldest first, each with what keeps this person from it."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return tuple(
                self._waiting(unit, proven, by, draft)
                for draft in unit.posts.find(stage=PostStage.SUBMITTED.value)
            )

    def case(self, by: Actor, post: PostId) -> ReleaseCase:
        """Gather everything that the decision about a submitted post stands on."""
        with self._desk.look(by) as unit:
            return self._case(unit, self._proof.now(unit), by, unit.posts.get(post))

    def planned(self, by: Actor, post: PostId) -> bool:
        """Tell whether a signed week covers a post today, as a release by the plan asks."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), self.facts.today(unit)
            plans, content = plans_in_force(proven, today), unit.posts.get(post).content
            return covering_plan(proven, plans, content, today) is not None

    def blockers(self, by: Actor, post: PostId) -> tuple[Reason, ...]:
        """List why this person may not release this post now."""
        with self._desk.look(by) as unit:
            return self._reasons(unit, self._proof.now(unit), by, unit.posts.get(post))

    def release(
        self,
        by: Actor,
        post: PostId,
        *,
        beside: Mapping[str, Plain] | None = None,
        until: datetime | None = None,
        read: Draft | None = None,
    ) -> Done[int]:
        """Release a post: sign exactly what goes out (a deed); gives the row's place.

        Args:
            by: who releases.
            post: which.
            beside: further parts of the row that releases.
            until: UTC, where it shall end before the policy's days do.
            read: the post as whoever releases it has read it; None where they wrote it this moment.

        Raises:
            Conflict: it isn't any more what was `read`.
            NotAllowed: with everything that speaks against it, or if the passphrase was given too long ago.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            unit, proven = deed.unit, self._proof.now(deed.unit)
            draft = unit.posts.get(post)
            reasons = self._reasons(unit, proven, by, draft)
            if not by.fresh(deed.now):
                reasons = (*reasons, Reason(say("approvals.passphrase-again")))
            if reasons:
                raise NotAllowed(reasons)
            _require_as_read(draft, read)
            seq = deed.record(
                Act.APPROVE,
                Noun.POSTS,
                post,
                parts={**self._manifest(deed, proven, draft, until).parts(), **(beside or {})},
            )
            unit.posts.change(replace(draft, stage=PostStage.RELEASED))
        return Done(seq, Changes.of("posts", [post]) | Changes.of("approvals", [post]))

    def released(self, by: Actor, post: PostId) -> Release | None:
        """Give the release of a post that stands, as the record has it, or None."""
        with self._desk.look(by) as unit:
            found = newest_release(self._proof.now(unit), post)
        return None if found is None or found.edited_later or found.manifest is None else found

    def changed_since(self, by: Actor, post: PostId) -> tuple[Message, ...]:
        """Say what of a post that waits changed since it was released before; empty where it never was."""
        with self._desk.look(by) as unit:
            proven, draft = self._proof.now(unit), unit.posts.get(post)
            before, revision = newest_release(proven, post), newest_revision(unit, draft)
            signed = None if before is None else before.manifest
            if signed is None or revision is None or draft.stage is not PostStage.SUBMITTED:
                return ()
            mandate, window = Mandate(signed.mandate, signed.mandate_seq), (signed.opens, signed.closes)
            now = self.facts.manifest(unit, proven, revision, mandate=mandate, window=window, v=signed.v)
            return changed_for_readers(signed, now)

    def send_back(self, by: Actor, post: PostId, sentence: str, *, read: Draft | None = None) -> Changes:
        """Send a submitted post back to its author with a sentence (a deed).

        Raises:
            Conflict: it isn't any more what was `read`.
            NotAllowed: without a sentence, for a post that doesn't wait or is out on one of its accounts, for
                the author, without a role here.
        """
        with self._desk.deed(by) as deed:
            draft = deed.unit.posts.get(post)
            reasons = []
            if not self.facts.roles(deed.unit, deed.trust, by.person, draft.content.accounts):
                reasons.append(Reason(say("approvals.no-role")))
            if draft.stage is not PostStage.SUBMITTED:
                reasons.append(Reason(say("approvals.not-waiting")))
            if by.person == draft.author:
                reasons.append(Reason(say("approvals.take-back-instead")))
            if not sentence.strip():
                reasons.append(Reason(say("approvals.sentence-missing"), None, "sentence"))
            reasons += out_reasons(deed.unit, post)
            if reasons:
                raise NotAllowed(tuple(reasons))
            _require_as_read(draft, read)
            deed.record(Act.SEND_BACK, Noun.POSTS, post, parts={"sentence": sentence.strip()})
            deed.unit.posts.change(replace(draft, stage=PostStage.SENT_BACK, sent_back=sentence.strip()))
        return Changes.of("posts", [post]) | Changes.of("approvals", [post])

    def void(self, by: Actor, post: PostId, reason: str) -> Changes:
        """Take a release back (a deed); the post waits again, for the accounts where it isn't out.

        Raises:
            NotAllowed: for anybody but the author, who released, and the office; while it goes out.
        """
        with self._desk.deed(by) as deed:
            draft = deed.unit.posts.get(post)
            mine = self.facts.roles(deed.unit, deed.trust, by.person, draft.content.accounts)
            rows = [row for row in deed.unit.record.about(Noun.POSTS, post) if row.act == Act.APPROVE]
            reasons = []
            if not (mine & OFFICE or by.person == draft.author or (rows and rows[-1].person == by.person)):
                reasons.append(Reason(say("approvals.not-yours-to-void")))
            if draft.stage is not PostStage.RELEASED:
                reasons.append(Reason(say("approvals.nothing-to-void")))
            reasons += under_way_reasons(deed.unit, post)
            if reasons:
                raise NotAllowed(tuple(reasons))
            deed.record(Act.VOID, Noun.POSTS, post, parts={"reason": reason.strip()})
            deed.unit.posts.change(replace(draft, stage=PostStage.SUBMITTED))
        return Changes.of("posts", [post]) | Changes.of("approvals", [post])

    def permit(
        self, by: Actor, person: PersonId, *, starts: date, ends: date, accounts: tuple[AccountId, ...]
    ) -> Done[str]:
        """Let an administrator release text-only posts on planned topics alone, for a time (a deed).

        Raises:
            NotAllowed: for anybody but the principal, for longer than a school year, passphrase too old.
        """
        with self._desk.deed(by) as deed:
            reasons = list(self._principal_reasons(deed))
            reasons += permission_blockers(
                starts, ends, self.facts.roles(deed.unit, deed.trust, person, accounts)
            )
            if person == by.person:
                reasons.append(Reason(say("approvals.not-to-yourself")))
            if not by.fresh(deed.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            if reasons:
                raise NotAllowed(tuple(reasons))
            made = StandingPermission(self._desk.ids.new(), person, accounts, starts, ends)
            parts = {PERMISSION_PART: made.to_plain()}
            deed.record(Act.STANDING_PERMISSION, Noun.PERMISSIONS, made.id, parts=parts)
        return Done(made.id, Changes.of("approvals", [made.id]))

    def withdraw(self, by: Actor, permission: str) -> Changes:
        """Take a standing permission back (a deed)."""
        with self._desk.deed(by) as deed:
            if reasons := self._principal_reasons(deed):
                raise NotAllowed(reasons)
            deed.record(Act.WITHDRAW_PERMISSION, Noun.PERMISSIONS, permission)
        return Changes.of("approvals", [permission])

    def permissions(self, by: Actor) -> tuple[StandingPermission, ...]:
        """Give the standing permissions that hold today or later."""
        with self._desk.look(by) as unit:
            today = self.facts.today(unit)
            return tuple(one for one in permissions(self._proof.now(unit)) if one.ends >= today)

    def _waiting(self, unit: Unit, proven: Proven, by: Actor, draft: Draft) -> Waiting:
        author = proven.trust.people.get(draft.author)
        case = self._case(unit, proven, by, draft)
        return Waiting(
            draft=draft,
            author="" if author is None else author.name,
            blockers=waiting_reasons(unit, proven, draft) or release_blockers(case),
            mandate=None if case.mandate is None else case.mandate.by,
        )

    def _reasons(self, unit: Unit, proven: Proven, by: Actor, draft: Draft) -> tuple[Reason, ...]:
        if waits := waiting_reasons(unit, proven, draft):
            return waits
        return release_blockers(self._case(unit, proven, by, draft))

    def _case(self, unit: Unit, proven: Proven, by: Actor, draft: Draft) -> ReleaseCase:
        revision = newest_revision(unit, draft)
        content = draft.content if revision is None else revision.content
        person = by.person or PersonId("")
        mandate = mandate_for(
            proven,
            person,
            post=draft.id,
            author=draft.author,
            content=content,
            today=self.facts.today(unit),
            offices=self.facts.offices(unit, content),
        )
        return self.facts.case(
            unit, proven, person, post=draft.id, author=draft.author, content=content, mandate=mandate
        )

    def _manifest(self, deed: Deed, proven: Proven, draft: Draft, until: datetime | None) -> Manifest:
        unit = deed.unit
        revision = newest_revision(unit, draft)
        mandate = self._case(unit, proven, deed.by, draft).mandate
        if revision is None or mandate is None:
            raise NotAllowed((Reason(say("approvals.not-waiting")),))
        ends = deed.now + timedelta(days=self.facts.release_days(unit))
        return self.facts.manifest(
            unit,
            proven,
            revision,
            mandate=mandate,
            window=(deed.now, ends if until is None else min(ends, until)),
        )

    def _principal_reasons(self, deed: Deed) -> tuple[Reason, ...]:
        may = who_may(Noun.PERMISSIONS, Act.STANDING_PERMISSION)
        if may & self.facts.roles(deed.unit, deed.trust, deed.by.person, ()):
            return ()
        return (Reason(say("approvals.principal-only")),)


def _require_as_read(draft: Draft, read: Draft | None) -> None:
    """Refuse what was handed in anew while somebody was reading: nobody but its author has read it.

    Raises:
        Conflict: it is another revision.
    """
    if read is not None and read.revision != draft.revision:
        raise Conflict(say("approvals.changed-meanwhile"), remedy=say("approvals.read-again"))
