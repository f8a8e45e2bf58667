"""Wished posts of one school: handed in, taken as a draft, declined with a reason, taken back (BAL-C1b)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.keys import Trust
from smadmin.domain.messages import say
from smadmin.domain.naming import drafts_for
from smadmin.domain.people import Role
from smadmin.domain.post_requests import (
    ANSWER_PART,
    WISH_PART,
    Edit,
    PostRequest,
    PostWish,
    answer_blockers,
    edits,
    reason_blockers,
    take_back_blockers,
    wish_blockers,
)
from smadmin.domain.posts import Content, Draft, PostStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.importing.wishes.reading import LetterReader
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Deed, Desk
from smadmin.services.post_request_rows import requests_in
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, drafting_reasons, refuse, today_of
from smadmin.storage.unit import Unit

TOLD_FOR = timedelta(days=7)
"""So long Today tells who asked what became of it."""
SHOWN_FOR = timedelta(days=90)
"""So long an answered wish still stands in the list."""


@dataclass(frozen=True)
class WishSheet:
    """A wish as somebody sees it.

    Args:
        handed_in_by, answered_by: names.
        draft: what it became, as it stands; None while it is none, or to whom it isn't shown.
        edits: what the draft says otherwise.
        answer: why this person can't take or decline it.
        take_back: why they can't take it back.
    """

    request: PostRequest
    handed_in_by: str
    answered_by: str
    draft: Draft | None
    edits: tuple[Edit, ...]
    answer: tuple[Reason, ...]
    take_back: tuple[Reason, ...]

    @property
    def published(self) -> bool:
        """Whether the post is out."""
        return self.draft is not None and self.draft.stage is PostStage.PUBLISHED


@dataclass(frozen=True)
class WishBrief:
    """What Today says: wishes that wait for this person; their own that were answered lately."""

    waiting: tuple[WishSheet, ...] = ()
    answered: tuple[WishSheet, ...] = ()


class PostRequests:
    """The wished posts of one school."""

    def __init__(self, desk: Desk, proof: Proof, letters: LetterReader) -> None:
        """Stand on the desk, the proven record and what opens files."""
        self._desk, self._proof, self._letters = desk, proof, letters

    def read_file(self, path: Path) -> PostWish:
        """Give what a saved e-mail or text wishes, for somebody to look over (an errand).

        Raises:
            BadInput: it can't be read, or has no words.
            OutsideFailed: no worker can be started.
        """
        return self._letters.read(path)

    def hand_in(self, by: Actor, wish: PostWish) -> Done[str]:
        """Hand a wish in (a deed); gives its id.

        Raises:
            NotAllowed: for whoever has no role here, or with something missing.
        """
        made = self._desk.ids.new()
        with self._desk.deed(by) as deed:
            refuse(wish_blockers(wish, today_of(deed.unit, self._desk)))
            deed.record(Act.ASK_POST, Noun.POST_REQUESTS, made, parts={WISH_PART: wish.to_plain()})
        return Done(made, _changes(made))

    def take(self, by: Actor, request: str, accounts: tuple[AccountId, ...]) -> Done[PostId]:
        """Take a wish: its words become a draft of whoever takes it (a deed); gives the draft's id.

        Args:
            by: who writes for these accounts from now on.
            request: its id.
            accounts: at least one.

        Raises:
            NotAllowed: for whom it isn't, once it is answered, or for an account that isn't theirs.
        """
        with self._desk.deed(by) as deed:
            found = self._answerable(deed, request)
            today = today_of(deed.unit, self._desk)
            reasons = drafting_reasons(deed.unit, deed.trust, accounts, person=by.person, today=today)
            if not accounts:
                reasons = (Reason(say("posts.no-account"), "BAL-A2", "accounts"),)
            if reasons or by.person is None:
                raise NotAllowed(reasons or (Reason(say("wishes.not-yours"), "BAL-C1b"),))
            draft = Draft(
                id=PostId(self._desk.ids.new()),
                school=self._desk.school,
                author=by.person,
                content=Content(text=found.wish.text, accounts=accounts),
                stage=PostStage.DRAFT,
                edited_at=deed.now,
            )
            deed.unit.posts.add(draft)
            deed.record(Act.TAKE_POST, Noun.POST_REQUESTS, request, parts={ANSWER_PART: {"post": draft.id}})
        return Done(draft.id, Changes.of("posts", [draft.id]) | _changes(request))

    def decline(self, by: Actor, request: str, reason: str) -> Changes:
        """Decline a wish, with a reason that whoever asked reads (a deed).

        Raises:
            NotAllowed: for whom it isn't, once it is answered, or without a reason.
        """
        with self._desk.deed(by) as deed:
            self._answerable(deed, request)
            refuse(reason_blockers(reason))
            parts = {ANSWER_PART: {"reason": reason.strip()}}
            deed.record(Act.DECLINE_POST, Noun.POST_REQUESTS, request, parts=parts)
        return _changes(request)

    def take_back(self, by: Actor, request: str) -> Changes:
        """Wish it no longer (a deed).

        Raises:
            NotAllowed: for anybody but who handed it in, or once it is answered.
        """
        with self._desk.deed(by) as deed:
            refuse(take_back_blockers(_one(self._proof.now(deed.unit), request), by.person))
            deed.record(Act.TAKE_BACK, Noun.POST_REQUESTS, request)
        return _changes(request)

    def all(self, by: Actor) -> tuple[WishSheet, ...]:
        """Give the wishes that this person may see, those that wait first, then newest first.

        Who answers sees all, others what they handed in; what was answered long ago is left out.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            sheets = list(self._sheets(unit, proven, by))
        return tuple(sorted(sheets, key=lambda one: (not one.request.open, -one.request.at.timestamp())))

    def brief(self, by: Actor) -> WishBrief:
        """Say which wishes wait for this person, and what became of their own."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole or not proven.about(Noun.POST_REQUESTS):
                return WishBrief()
            sheets = list(self._sheets(unit, proven, by))
        since = self._desk.now - TOLD_FOR
        return WishBrief(
            tuple(one for one in sheets if not one.answer),
            tuple(one for one in sheets if _news(one.request, by.person, since)),
        )

    def _sheets(self, unit: Unit, proven: Proven, by: Actor) -> Iterator[WishSheet]:
        answers = _answers(unit, proven.trust, by.person, self._desk)
        for one in requests_in(proven, answered_since=self._desk.now - SHOWN_FOR):
            if answers or one.by == by.person:
                yield _sheet(unit, proven, one, by, answers=answers)

    def _answerable(self, deed: Deed, request: str) -> PostRequest:
        found = _one(self._proof.now(deed.unit), request)
        refuse(answer_blockers(found, mine=_answers(deed.unit, deed.trust, deed.by.person, self._desk)))
        return found


def _answers(unit: Unit, trust: Trust, person: PersonId | None, desk: Desk) -> bool:
    """Tell whether wishes are somebody's to answer: communications', and theirs who write for an account."""
    today = today_of(unit, desk)
    if person is None:
        return False
    if Role.COMMUNICATIONS in any_roles(trust, person, today):
        return True
    return any(drafts_for(trust, person, one, today) for one in unit.accounts.all())


def _sheet(unit: Unit, proven: Proven, one: PostRequest, by: Actor, *, answers: bool) -> WishSheet:
    draft = None if one.post is None else unit.posts.maybe(one.post)
    return WishSheet(
        request=one,
        handed_in_by=name_in(proven, one.by),
        answered_by=name_in(proven, one.answered_by),
        draft=draft,
        edits=() if draft is None else edits(one.wish.text, draft.content.text),
        answer=answer_blockers(one, mine=answers),
        take_back=take_back_blockers(one, by.person),
    )


def _news(request: PostRequest, person: PersonId | None, since: datetime) -> bool:
    """Tell whether somebody else answered this person's wish lately."""
    lately = request.answered_at is not None and request.answered_at >= since
    return lately and request.by == person and request.answered_by != person


def _one(proven: Proven, request: str) -> PostRequest:
    found = next(iter(requests_in(proven, only=request)), None)
    if found is None:
        raise KnownError(say("wishes.gone"))
    return found


def _changes(request: str) -> Changes:
    return Changes.of("post_requests", [request])
