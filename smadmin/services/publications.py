"""Publishing with help: intended, handed out, confirmed; each step in the store before the next begins.

`intend`, `note_handed_out`, `confirm` and `give_up` are deeds; `hand_out` is the errand between them and asks
the last gate. A post goes out on an account once: its publication's id follows from both.
"""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.accounts import Account, same_handle
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.handoff import HandoffWords
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE
from smadmin.domain.post_links import LinkAnswer
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.publications import (
    UNFINISHED,
    Publication,
    PublicationStep,
    begin_blockers,
    publication_id,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.corrected_posts import put_right
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.desk import Deed, Desk
from smadmin.services.gate import LastGate
from smadmin.services.how_far import how_far
from smadmin.services.laid_out import HandedOut, lay_out
from smadmin.services.media import Media
from smadmin.services.proof import Proof
from smadmin.services.publication_rows import publication_rows
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts, newest_release

_ACTS = {
    PublicationStep.INTENDED: (Act.INTEND, Act.NOT_OUT),
    PublicationStep.HANDED_OUT: (Act.HAND_OUT,),
}
"""The rows after which somebody goes on from a step."""


class Publications:
    """Publications of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, media: Media) -> None:
        """Stand on the desk, the policy, the proven record and the sealed files."""
        self._desk = desk
        self._proof = proof
        self._gate = LastGate(desk, reader, proof, media)
        self._facts = Facts(desk, reader)
        self._policy = reader.policy

    def unfinished(self) -> tuple[Publication, ...]:
        """Give what was begun and neither confirmed nor given up: the next start asks about these."""
        with self._desk.look() as unit:
            return tuple(one for step in UNFINISHED for one in unit.publications.find(step=step.value))

    def blockers(self, by: Actor, post: PostId, account: AccountId) -> tuple[Reason, ...]:
        """List why nothing may leave for this account now (opens and hashes the covered files; an errand)."""
        return self._gate.blockers(by, post, account)

    def intend(self, by: Actor, post: PostId, account: AccountId) -> Done[Publication]:
        """Say that this post now goes out on this account (a deed); nobody else can from here on.

        Raises:
            NotAllowed: not released, somebody is at it already, or it is out.
        """
        with self._desk.deed(by) as deed:
            unit, draft = deed.unit, deed.unit.posts.get(post)
            key = publication_id(post, account)
            kept = unit.publications.maybe(key)
            if reasons := self._intend_reasons(deed, draft, account):
                raise NotAllowed(reasons)
            told = self._proof.now(unit).about(Noun.POSTS, post)
            release = [fact for fact in told if fact.body.act == Act.APPROVE]
            intended = Publication(
                id=key,
                school=self._desk.school,
                account=account,
                step=PublicationStep.INTENDED,
                post=post,
                revision=draft.revision,
                release_seq=release[-1].seq if release else None,
                by=by.person,
                slot=draft.content.slot,
            )
            if kept is None:
                unit.publications.add(intended)
            else:
                intended = unit.publications.change(replace(intended, version=kept.version))
            deed.record(Act.INTEND, Noun.PUBLICATIONS, key, parts={"account": account})
        return _done(intended)

    def hand_out(
        self,
        by: Actor,
        publication: Publication,
        *,
        folder: Path,
        handle: str,
        page: HandoffWords | None = None,
    ) -> HandedOut:
        """Ask the last gate, then write the words and covered files into a new folder (an errand).

        Args:
            by: who intended it.
            publication: as `intend` gave it.
            folder: where the new folder is made.
            handle: the @name that the person sees on the platform's page right now.
            page: what the page to copy from says; without it none is written.

        Raises:
            NotAllowed: with everything that speaks against it.
            BadInput: if the page shows another handle.
            OutsideFailed: no space, no permission.
        """
        passed = self._gate.pass_through(by, publication, handle)
        return lay_out(passed, publication, folder, page)

    def note_handed_out(self, by: Actor, publication: Publication) -> Done[Publication]:
        """Say that the words and files lie ready (a deed)."""
        return self._step(by, publication, PublicationStep.INTENDED, PublicationStep.HANDED_OUT, Act.HAND_OUT)

    def confirm(
        self, by: Actor, publication: Publication, link: str, *, handle_seen: str = ""
    ) -> Done[Publication]:
        """Take the post's address as the proof that it is out (a deed); the cadence counts from now.

        Args:
            by: who handed it out, or the office.
            publication: as it was handed out.
            link: the post's address, as pasted.
            handle_seen: the @name beside the post, for an address that shows no account.

        Raises:
            NotAllowed: if it isn't handed out, or was confirmed before.
            BadInput: if the address isn't one of this account's posts.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept = self._mine(deed, publication, PublicationStep.HANDED_OUT)
            account = deed.unit.accounts.get(kept.account)
            self._require_link(link, account, handle_seen)
            return note_out(deed, kept, link.strip())

    def keep_link(self, by: Actor, publication: Publication, link: str) -> Done[Publication]:
        """Keep a post's address until somebody could look at it (a deed without a row: it proves nothing).

        Raises:
            NotAllowed: as `confirm`.
            BadInput: it is another account's, or no post's address.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept = self._mine(deed, publication, PublicationStep.HANDED_OUT)
            account = deed.unit.accounts.get(kept.account)
            self._require_link(link, account, account.handle)
            return _done(deed.unit.publications.change(replace(kept, link=link.strip())))

    def give_up(self, by: Actor, publication: Publication, reason: str) -> Done[Publication]:
        """Say that nothing went out on this account (a deed); it may be intended again."""
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept = self._mine(deed, publication, PublicationStep.INTENDED, PublicationStep.HANDED_OUT)
            newer = deed.unit.publications.change(replace(kept, step=PublicationStep.GIVEN_UP, link=""))
            deed.record(Act.GIVE_UP, Noun.PUBLICATIONS, kept.id, parts={"reason": reason.strip()})
        return _done(newer)

    def leave_at_that(self, by: Actor, post: PostId, reason: str) -> Changes:
        """Say that a post that is out on some of its accounts goes to no other (a deed); it can't be undone.

        Raises:
            NotAllowed: it isn't half out, somebody is at it, or for anybody but its author and the office.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            unit, draft = deed.unit, deed.unit.posts.get(post)
            far = how_far(unit, self._proof.now(unit), draft, deed.now)
            office = self._facts.roles(unit, deed.trust, by.person, draft.content.accounts) & OFFICE
            reasons = []
            if by.person != draft.author and not office:
                reasons.append(Reason(say("approvals.not-yours-to-void")))
            if not far.half or draft.stage not in {PostStage.RELEASED, PostStage.SUBMITTED}:
                reasons.append(Reason(say("publications.not-half-out")))
            if far.under_way:
                reasons.append(Reason(say("posts.already-going-out")))
            if reasons:
                raise NotAllowed(tuple(reasons))
            left: list[Plain] = [one.id for one in far.missing]
            deed.record(Act.GIVE_UP, Noun.POSTS, post, parts={"reason": reason.strip(), "accounts": left})
            unit.posts.change(replace(draft, stage=PostStage.PUBLISHED))
        return Changes.of("posts", [post]) | Changes.of("approvals", [post])

    def _require_link(self, link: str, account: Account, handle_seen: str) -> None:
        verdict = self._policy.judge_link(link, account.platform, handle=account.handle, page=account.page)
        if verdict.answer is LinkAnswer.YES:
            return
        if verdict.answer is LinkAnswer.CANT_TELL and same_handle(handle_seen) == account.pin:
            return
        raise BadInput(
            verdict.message,
            kept=say("publications.still-open"),
            remedy=say("publications.copy-link-again"),
        )

    def _step(
        self, by: Actor, publication: Publication, before: PublicationStep, after: PublicationStep, act: Act
    ) -> Done[Publication]:
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            kept = self._mine(deed, publication, before)
            # Whoever hands it out has taken it over from the program.
            newer = deed.unit.publications.change(replace(kept, step=after, sending=None))
            deed.record(act, Noun.PUBLICATIONS, kept.id)
        return _done(newer)

    def _mine(self, deed: Deed, publication: Publication, *steps: PublicationStep) -> Publication:
        """Give the publication as it stands, if this person may go on with it from there.

        How far it is must also stand in the record: its row is plain, so who holds the file could write one.
        """
        kept = deed.unit.publications.get(publication.id)
        rows = publication_rows(self._proof.now(deed.unit), kept.id, kept.account)
        if kept.step not in steps or not rows or rows[-1].body.act not in _ACTS[kept.step]:
            raise NotAllowed((Reason(say("publications.not-at-this-step")),))
        office = self._facts.roles(deed.unit, deed.trust, deed.by.person, (kept.account,)) & OFFICE
        begun_by = next((row.body.person for row in reversed(rows) if row.body.act == Act.INTEND), None)
        if deed.by.person not in {rows[-1].body.person, begun_by} and not office:
            raise NotAllowed((Reason(say("publications.not-yours")),))
        return kept

    def _intend_reasons(self, deed: Deed, draft: Draft, account: AccountId) -> tuple[Reason, ...]:
        unit, proven = deed.unit, self._proof.now(deed.unit)
        rows = publication_rows(proven, publication_id(draft.id, account), account)
        acts = [row.body.act for row in rows]
        reasons = begin_blockers(
            account,
            released=draft.stage is PostStage.RELEASED and account in draft.content.accounts,
            roles=self._facts.roles(unit, deed.trust, deed.by.person, (account,)),
            out=Act.PUBLISH in acts,
            under_way=bool(acts) and acts[-1] not in {Act.GIVE_UP, Act.UNQUEUE},
        )
        release = newest_release(proven, draft.id)
        stopped = () if release is None else crisis_reasons(proven, release.manifest)
        return (*stopped, *reasons, *self._facts.account_reasons(unit, proven, (account,)))


def note_out(deed: Deed, kept: Publication, link: str, posted_id: str = "") -> Done[Publication]:
    """Write that a post is out on an account, and whether it is now out on all of them.

    Args:
        deed: within which it is done.
        kept: as it stands; how far the program itself is with it is taken over.
        link: the post's address.
        posted_id: the platform's own id of it, where the platform named it.
    """
    draft = deed.unit.posts.get(kept.post or PostId(""))
    text = draft.content.text_for(kept.account)
    confirmed = confirm_out(deed, kept, text, link=link, posted_id=posted_id)
    close_post(deed, draft)
    return Done(confirmed, _done(confirmed).changes | Changes.of("posts", [draft.id]))


def confirm_out(deed: Deed, kept: Publication, text: str, *, link: str, posted_id: str = "") -> Publication:
    """Write that these words are out on an account; the rest as for `note_out`."""
    edited = put_right(deed, kept, link, text)
    confirmed = deed.unit.publications.change(
        replace(
            kept,
            step=PublicationStep.CONFIRMED,
            link=link,
            published_at=deed.now if edited is None else edited.published_at,
            text=text,
            posted_id=posted_id,
        )
    )
    named: dict[str, Plain] = {"posted": posted_id} if posted_id else {}
    deed.record(Act.PUBLISH, Noun.PUBLICATIONS, kept.id, parts={"link": link, **named})
    return confirmed


def close_post(deed: Deed, draft: Draft) -> bool:
    """Count a post as published once it is out on all of its accounts; tells whether it is now."""
    out = deed.unit.publications.find(post_id=draft.id, step=PublicationStep.CONFIRMED.value)
    if draft.stage is PostStage.PUBLISHED or not {one.account for one in out} >= set(draft.content.accounts):
        return False
    deed.unit.posts.change(replace(draft, stage=PostStage.PUBLISHED))
    return True


def _done(publication: Publication) -> Done[Publication]:
    return Done(publication, Changes.of("publications", [publication.id]))
