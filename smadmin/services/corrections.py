"""Beginning a correction, and what is told of corrections and removals (WIC-P13, SOC-O2).

A correction is a draft like any: the same checks, the same release, the same last gate. What makes it one is
the signed row by which it was begun (`correcting.py`).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.corrections import CORRECTS_PART, Correction, time_taken, with_statement
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE
from smadmin.domain.policy.values import Told
from smadmin.domain.posts import Content, Draft, PostStage, opening
from smadmin.domain.publications import publication_id
from smadmin.domain.removals import Removal, RemovalStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import name_in
from smadmin.services.correcting import (
    corrected_at,
    correction_of,
    corrections_of,
    gone_there,
    same_place,
)
from smadmin.services.desk import Deed, Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.published import published_row
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts, newest_release
from smadmin.services.removal_rows import all_removals
from smadmin.services.roles import drafting_reasons, refuse
from smadmin.storage.unit import Unit

TOLD_FOR = timedelta(days=7)
"""So long Today tells the office of a correction or a removal."""
_OPEN = frozenset({PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED})


@dataclass(frozen=True)
class ToldCorrection:
    """A correction as the office hears of it.

    Args:
        words: how the post begins that was wrong.
        by: the name of who found it.
        took: from found to corrected on all accounts; None while it isn't.
    """

    correction: Correction
    words: str
    by: str
    took: timedelta | None


@dataclass(frozen=True)
class ToldRemoval:
    """A removal as the office hears of it."""

    removal: Removal
    account: Account
    words: str
    by: str
    post: PostId


@dataclass(frozen=True)
class Corrected:
    """What an account says since a post there was corrected.

    Args:
        text: the words that were released, of the newest correction that is out.
        at: since when, UTC.
        in_place: whether they took the place of the wrong ones; else they are out beside these.
    """

    text: str
    at: datetime
    in_place: bool


@dataclass(frozen=True)
class CorrectionBrief:
    """What Today says, newest first; whoever isn't of the office gets the removals they left unfinished."""

    corrections: tuple[ToldCorrection, ...] = ()
    removals: tuple[ToldRemoval, ...] = ()


class Corrections:
    """Corrections of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof
        self._facts = Facts(desk, reader)

    def told(self, by: Actor) -> Told:
        """Give what a corrected post says of itself by the policy in force."""
        with self._desk.look(by) as unit:
            return self._reader.pack(unit).corrected

    def of(self, by: Actor, post: PostId) -> ToldCorrection | None:
        """Give what a post corrects, and how long that took; None for any other post."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            found = correction_of(proven, post)
            return None if found is None else self._told(unit, proven, found)

    def since(self, by: Actor, post: PostId) -> dict[AccountId, Corrected]:
        """Give per account what it says since a post was corrected; nothing where it wasn't."""
        with self._desk.look(by) as unit:
            proven, accounts = self._proof.now(unit), unit.posts.get(post).content.accounts
            found = {one: _corrected(proven, post, one) for one in accounts}
            return {account: since for account, since in found.items() if since is not None}

    def blockers(self, by: Actor, post: PostId) -> tuple[Reason, ...]:
        """List why this person can't begin to correct a post."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return self._reasons(unit, proven, by, self._out_on(unit, proven, post))

    def begin(self, by: Actor, post: PostId, said: str) -> Done[Draft]:
        """Begin a correction, or give the one that was begun already (a deed).

        Args:
            by: who writes for its accounts.
            post: what is out and wrong.
            said: what the post says of its correction, worded in the school's language.

        Raises:
            NotAllowed: nothing of it is out, or this person doesn't write for all these accounts.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            unit, proven = deed.unit, self._proof.now(deed.unit)
            for one in corrections_of(proven, post):
                draft = unit.posts.maybe(one.post)
                if draft is not None and draft.stage in _OPEN:
                    return Done(draft, Changes())
            accounts = self._out_on(unit, proven, post)
            refuse(self._reasons(unit, proven, by, accounts))
            draft = self._draft(deed, proven, post, accounts, said=said)
            parts = {CORRECTS_PART: {"post": post}}
            deed.record(Act.CORRECT, Noun.CORRECTIONS, draft.id, parts=parts)
        return Done(draft, Changes.of("posts", [draft.id, post]))

    def brief(self, by: Actor) -> CorrectionBrief:
        """Give what was corrected and taken down lately, to the office; others get what they left."""
        since = self._desk.now - TOLD_FOR
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole:
                return CorrectionBrief()  # a record that was meddled with is an alarm of its own
            office = bool(self._facts.roles(unit, proven.trust, by.person, ()) & OFFICE)
            left = [
                one
                for one in all_removals(unit, proven, since=since)
                if (office and one.at >= since)
                or (one.stage is not RemovalStage.GONE and (office or one.by == by.person))
            ]
            rows = [fact for fact in proven.acts(Act.CORRECT) if office and fact.body.utc >= since]
            posts = dict.fromkeys(PostId(fact.body.id or "") for fact in rows)
            found = [one for post in posts if (one := correction_of(proven, post)) and one.found >= since]
            told = (self._told(unit, proven, one) for one in found)
            removed = (_removal(unit, proven, one) for one in left)
            return CorrectionBrief(
                tuple(reversed([one for one in told if one is not None])),
                tuple(reversed([one for one in removed if one is not None])),
            )

    def _told(self, unit: Unit, proven: Proven, one: Correction) -> ToldCorrection | None:
        draft, first = unit.posts.maybe(one.post), unit.posts.maybe(one.original)
        if draft is None or first is None or draft.stage is PostStage.DROPPED:
            return None
        ends = [corrected_at(proven, one, account) for account in draft.content.accounts]
        known = [end for end in ends if end is not None]
        ended = max(known) if known and len(known) == len(ends) else None
        if ended is None and not self._out_on(unit, proven, one.original):
            return None  # it was taken down meanwhile
        return ToldCorrection(one, opening(first.content), name_in(proven, one.by), time_taken(one, ended))

    def _out_on(self, unit: Unit, proven: Proven, post: PostId) -> tuple[AccountId, ...]:
        """Give the accounts on which a post is out and wasn't taken down."""
        return tuple(
            account
            for account in unit.posts.get(post).content.accounts
            if published_row(proven, publication_id(post, account), account) is not None
            and not gone_there(proven, post, account)
        )

    def _reasons(
        self, unit: Unit, proven: Proven, by: Actor, accounts: tuple[AccountId, ...]
    ) -> tuple[Reason, ...]:
        if not accounts:
            return (Reason(say("corrections.not-out")),)
        today = self._reader.today(unit)
        return drafting_reasons(unit, proven.trust, accounts, person=by.person, today=today)

    def _draft(
        self, deed: Deed, proven: Proven, post: PostId, accounts: tuple[AccountId, ...], *, said: str
    ) -> Draft:
        """Begin with the words that are out on each account, also where they were corrected before.

        It belongs to what was planned for its original: who released that by the week may release it too.
        """
        content, told = deed.unit.posts.get(post).content, self._reader.pack(deed.unit).corrected
        newest = {one: same_place(proven, post, one)[-1] for one in accounts}
        words = {
            one: with_statement(deed.unit.posts.get(source).content.text_for(one), said, told)
            for one, source in newest.items()
        }
        first = deed.unit.posts.get(newest[accounts[0]]).content
        text = with_statement(first.text, said, told)
        own = {one: its for one, its in words.items() if its != text}
        newer = replace(content, text=text, accounts=accounts, wordings=own, overrides=())
        return deed.unit.posts.add(_begun(self._desk, deed, newer))


def _corrected(proven: Proven, post: PostId, account: AccountId) -> Corrected | None:
    newest = same_place(proven, post, account)[-1]
    in_place = newest != post
    if not in_place:
        known = [one.post for one in corrections_of(proven, post) if corrected_at(proven, one, account)]
        newest = known[-1] if known else post
    row = published_row(proven, publication_id(newest, account), account)
    release = newest_release(proven, newest)
    manifest = None if release is None else release.manifest
    if newest == post or row is None or manifest is None or gone_there(proven, newest, account):
        return None
    return Corrected(manifest.texts.get(account, ""), row.body.utc, in_place)


def _begun(desk: Desk, deed: Deed, content: Content) -> Draft:
    if deed.by.person is None:
        raise NotAllowed((Reason(say("posts.not-designated-at-all"), "BAL-A2"),))
    return Draft(
        id=PostId(desk.ids.new()),
        school=desk.school,
        author=deed.by.person,
        content=content,
        stage=PostStage.DRAFT,
        edited_at=deed.now,
    )


def _removal(unit: Unit, proven: Proven, one: Removal) -> ToldRemoval | None:
    account, kept = unit.accounts.maybe(one.account), unit.publications.maybe(one.publication)
    draft = None if kept is None or kept.post is None else unit.posts.maybe(kept.post)
    if account is None or draft is None:
        return None
    return ToldRemoval(one, account, opening(draft.content), name_in(proven, one.by), draft.id)
