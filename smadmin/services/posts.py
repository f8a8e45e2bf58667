"""Posts from the first keystroke to a submitted revision.

Saving, attaching and describing leave no row in the record; submitting, taking back, overriding, dropping do.
Whether a post may go out is never decided here but from the record (`services.approvals`).
"""

from dataclasses import replace

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, SlotId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.naming import drafts_for, writes_for
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import (
    Content,
    Draft,
    Override,
    Picture,
    PostStage,
    Revision,
    content_blockers,
    edit_blockers,
    meant,
    override_blockers,
    rewritten,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.corrected_posts import hand_in_reasons
from smadmin.services.desk import Deed, Desk
from smadmin.services.learning import noticed, remember
from smadmin.services.reading import (
    Findings,
    Reader,
    distinct,
    length_reasons,
    open_blocks,
    photo_reasons,
    picture_reasons,
    video_hand_in_reasons,
)
from smadmin.services.releases import REVISION_PART, out_reasons
from smadmin.services.roles import designation_reasons, drafting_reasons
from smadmin.storage.unit import Unit

_WITH_AUTHOR = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)


class Posts:
    """The posts of one school."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        """Stand on the desk and on who reads by the policy."""
        self._desk = desk
        self._reader = reader

    def may_post(self, by: Actor) -> tuple[Account, ...]:
        """Give the accounts that this person may write for, oldest first; handing in asks more."""
        with self._desk.look(by) as unit:
            trust, today = unit.trust.read(), self._reader.today(unit)
            return tuple(one for one in unit.accounts.all() if drafts_for(trust, by.person, one, today))

    def writes(self, person: PersonId) -> bool:
        """Tell whether somebody is designated for at least one account (BAL-A2)."""
        with self._desk.look() as unit:
            trust, today = unit.trust.read(), self._reader.today(unit)
            return any(writes_for(trust, person, one, today) for one in unit.accounts.all())

    def get(self, by: Actor, post: PostId) -> Draft:
        """Give one post.

        Raises:
            KnownError: if there is none.
        """
        with self._desk.look(by) as unit:
            return unit.posts.get(post)

    def mine(self, by: Actor) -> tuple[Draft, ...]:
        """Give this person's posts that aren't out yet, the one edited last first."""
        return tuple(draft for draft in self.at_stage(by, *_WITH_AUTHOR) if draft.author == by.person)

    def at_stage(self, by: Actor, *stages: PostStage) -> tuple[Draft, ...]:
        """Give everybody's posts at these stages, the one edited last first."""
        with self._desk.look(by) as unit:
            found = [draft for stage in stages for draft in unit.posts.find(stage=stage.value)]
        return tuple(sorted(found, key=lambda draft: draft.edited_at, reverse=True))

    def create(
        self, by: Actor, accounts: tuple[AccountId, ...], *, slot: SlotId | None = None, text: str = ""
    ) -> Done[Draft]:
        """Begin a draft for some accounts (a deed without a row).

        Raises:
            NotAllowed: if this person may not write for one of them (BAL-A2).
        """
        with self._desk.deed(by) as deed:
            person = self._drafts(deed, accounts)
            return self._begin(deed, person, Content(text=text, accounts=accounts, slot=slot))

    def save(self, by: Actor, draft: Draft, content: Content) -> Done[Draft]:
        """Save what was typed (a deed without a row).

        Args:
            by: the author.
            draft: as it was last read or saved.
            content: as it is now; overrides are taken from the store, they are acts of their own.

        Raises:
            Conflict: if the draft was changed elsewhere since.
            NotAllowed: for anybody but the author, once it is submitted, and for an account that comes in by
                it and that the author may not write for (BAL-A2).
        """
        with self._desk.deed(by) as deed:
            kept = self._writable(deed, draft.id)
            # What stands in the draft already keeps nobody's words from being saved: handing in asks anew.
            self._drafts(deed, tuple(one for one in content.accounts if one not in kept.content.accounts))
            newer = noticed(deed.unit, self._reader, rewritten(kept, content, deed.now))
            return _done(deed.unit.posts.change(replace(newer, version=draft.version)))

    def keep(self, by: Actor, draft: Draft | None, content: Content) -> Done[Draft]:
        """Save what was typed whatever became of its draft meanwhile (a deed without a row).

        Where that was changed, handed in or is gone, it becomes a draft of its own; an account that
        this person may not write for any more is left off.

        Args:
            by: who typed it.
            draft: as it was last read or saved; None where none was begun.
            content: what was typed last.

        Raises:
            NotAllowed: to anybody without a person.
        """
        with self._desk.deed(by) as deed:
            person = self._drafts(deed, ())
            off = [self._drafting(deed, (one,)) for one in content.accounts]
            able = tuple(one for one, why in zip(content.accounts, off, strict=True) if not why)
            typed = replace(content, accounts=able)
            kept = None if draft is None else deed.unit.posts.maybe(draft.id)
            if draft is None or kept is None or kept.version != draft.version or edit_blockers(kept, person):
                return self._begin(deed, person, replace(typed, overrides=()))
            return _done(deed.unit.posts.change(rewritten(kept, typed, deed.now)))

    def attach(self, by: Actor, draft: Draft, photo: PhotoId, *, alt: str = "") -> Done[Draft]:
        """Put a photo under the post, last in order; one that is there already only gets its words."""
        others = tuple(one for one in draft.content.pictures if one.photo != photo)
        return self.save(by, draft, replace(draft.content, pictures=(*others, Picture(photo, alt))))

    def findings(self, by: Actor, content: Content) -> Findings:
        """Read what is being typed by the school's policy, for each account's own wording."""
        with self._desk.look(by) as unit:
            return self._reader.typed(unit, content)

    def override(self, by: Actor, draft: Draft, finding: Finding, reason: str) -> Done[Draft]:
        """Let a finding stand, with a reason (a deed; the record keeps it).

        Raises:
            NotAllowed: where the policy leaves no judgement.
            Conflict: if the draft was changed elsewhere since.
        """
        with self._desk.deed(by) as deed:
            kept = self._writable(deed, draft.id)
            if reasons := override_blockers(finding, reason):
                raise NotAllowed(reasons)
            made = Override(finding.rule, meant(finding), reason.strip(), kept.author)
            content = replace(kept.content, overrides=(*kept.content.overrides, made))
            newer = deed.unit.posts.change(replace(kept, content=content, version=draft.version))
            details = {"rule": made.rule, "words": made.words, "reason": made.reason}
            deed.record(Act.OVERRIDE, Noun.POSTS, draft.id, parts={"override": details})
            return _done(newer)

    def submit_blockers(self, by: Actor, post: PostId) -> tuple[Reason, ...]:
        """List why a draft can't be submitted yet."""
        with self._desk.look(by) as unit:
            return self._submit_reasons(unit, unit.trust.read(), unit.posts.get(post), by)

    def submit(self, by: Actor, post: PostId, *, read: Draft | None = None) -> Done[Revision]:
        """Hand a draft in for release, as a numbered revision that never changes (a deed).

        Raises:
            NotAllowed: with all that is still missing.
            Conflict: it isn't any more what was `read` back (BAL-D2).
        """
        with self._desk.deed(by) as deed:
            draft = deed.unit.posts.get(post)
            draft = draft if read is None else replace(draft, version=read.version)
            if reasons := self._submit_reasons(deed.unit, deed.trust, draft, by):
                raise NotAllowed(reasons)
            findings = self._reader.now(deed.unit, draft.content)
            warnings = distinct(findings, Severity.WARN)
            number = draft.revision + 1
            part: dict[str, Plain] = {"number": number, "content": draft.content.to_plain()}
            revision = Revision(
                id=self._desk.ids.new(),
                school=self._desk.school,
                post=post,
                number=number,
                author=draft.author,
                content=draft.content,
                submitted_at=deed.now,
                seq=deed.record(Act.SUBMIT, Noun.POSTS, post, parts={REVISION_PART: part}),
                findings=tuple(sorted({finding.rule for finding in warnings})),
            )
            deed.unit.revisions.add(revision)
            remember(deed, self._reader, draft, findings)
            deed.unit.posts.change(replace(draft, stage=PostStage.SUBMITTED, revision=number, sent_back=""))
        return Done(revision, Changes.of("posts", [post]))

    def take_back_blockers(self, by: Actor, post: PostId) -> tuple[Reason, ...]:
        """List why a submitted post can't be taken back."""
        with self._desk.look(by) as unit:
            return _take_back_reasons(unit, unit.posts.get(post), by)

    def take_back(self, by: Actor, post: PostId) -> Done[Draft]:
        """Take a submitted or released post back to go on writing; a release of it is void (a deed)."""
        with self._desk.deed(by) as deed:
            draft = deed.unit.posts.get(post)
            if reasons := _take_back_reasons(deed.unit, draft, by):
                raise NotAllowed(reasons)
            deed.record(Act.TAKE_BACK, Noun.POSTS, post)
            return _done(deed.unit.posts.change(replace(draft, stage=PostStage.DRAFT)))

    def drop(self, by: Actor, post: PostId) -> Done[Draft]:
        """Put a draft away (a deed); `undo_drop` brings it back."""
        with self._desk.deed(by) as deed:
            draft = self._writable(deed, post)
            deed.record(Act.DROP, Noun.POSTS, post)
            return _done(deed.unit.posts.change(replace(draft, stage=PostStage.DROPPED)))

    def undo_drop(self, by: Actor, post: PostId) -> Done[Draft]:
        """Bring a dropped draft back (a deed)."""
        with self._desk.deed(by) as deed:
            draft = deed.unit.posts.get(post)
            if by.person != draft.author or draft.stage is not PostStage.DROPPED:
                raise NotAllowed((Reason(say("posts.not-the-author")),))
            deed.record(Act.UNDO_DROP, Noun.POSTS, post)
            return _done(deed.unit.posts.change(replace(draft, stage=PostStage.DRAFT)))

    def _begin(self, deed: Deed, author: PersonId, content: Content) -> Done[Draft]:
        draft = Draft(
            id=PostId(self._desk.ids.new()),
            school=self._desk.school,
            author=author,
            content=content,
            stage=PostStage.DRAFT,
            edited_at=deed.now,
        )
        return _done(deed.unit.posts.add(draft))

    def _writable(self, deed: Deed, post: PostId) -> Draft:
        draft = deed.unit.posts.get(post)
        if reasons := edit_blockers(draft, deed.by.person):
            raise NotAllowed(reasons)
        return draft

    def _drafts(self, deed: Deed, accounts: tuple[AccountId, ...]) -> PersonId:
        reasons = self._drafting(deed, accounts)
        if reasons or deed.by.person is None:
            raise NotAllowed(reasons or (Reason(say("posts.not-designated-at-all"), "BAL-A2"),))
        return deed.by.person

    def _drafting(self, deed: Deed, accounts: tuple[AccountId, ...]) -> tuple[Reason, ...]:
        today = self._reader.today(deed.unit)
        return drafting_reasons(deed.unit, deed.trust, accounts, person=deed.by.person, today=today)

    def _designation(
        self, unit: Unit, trust: Trust, by: Actor, accounts: tuple[AccountId, ...]
    ) -> tuple[Reason, ...]:
        return designation_reasons(unit, trust, accounts, person=by.person, today=self._reader.today(unit))

    def _submit_reasons(self, unit: Unit, trust: Trust, draft: Draft, by: Actor) -> tuple[Reason, ...]:
        reasons = edit_blockers(draft, by.person)
        content = draft.content
        return reasons or (
            *content_blockers(content),
            *hand_in_reasons(unit, self._reader.pack(unit).corrected, draft),
            *self._designation(unit, trust, by, content.accounts),
            *self._reader.account_reasons(unit, content.accounts),
            *length_reasons(unit, self._reader.policy, content),
            *picture_reasons(unit, self._reader.policy, content),
            *open_blocks(self._reader.now(unit, content), content),
            *photo_reasons(unit, content, self._reader),
            *video_hand_in_reasons(unit, content, self._reader, draft.author),
        )


def _take_back_reasons(unit: Unit, draft: Draft, by: Actor) -> tuple[Reason, ...]:
    if by.person != draft.author:
        return (Reason(say("posts.not-the-author")),)
    if draft.stage not in {PostStage.SUBMITTED, PostStage.RELEASED}:
        return (Reason(say("posts.nothing-to-take-back")),)
    return out_reasons(unit, draft.id)


def _done(draft: Draft) -> Done[Draft]:
    return Done(draft, Changes.of("posts", [draft.id]))
