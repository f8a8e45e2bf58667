"""Hiding and removing visitors' comments, blocking visitors: asked for and kept first, then done by a person.

The program asks no platform for it: whoever does it sees that it is done, and says so here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.comments import Comment, CommentId
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.moderating import (
    DONE_PART,
    KEPT_PART,
    MEASURE_PART,
    WORDS_PART,
    Measure,
    Moderated,
    Stage,
    Way,
    Wish,
    agree_blockers,
    begin_blockers,
    done_blockers,
    ground_of,
    kept_plain,
    measure_plain,
    needs_second,
    ways_on,
    wish_blockers,
)
from smadmin.domain.policy.values import Removal
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.comment_desk import speaks_for
from smadmin.services.comment_rows import comments_of
from smadmin.services.desk import Deed, Desk
from smadmin.services.moderated_rows import AGREES, BEGINS, DOES, SPARES, newest_of
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.roles import refuse, today_of


@dataclass(frozen=True)
class _Stands:
    """A comment, the newest measure about it, and whether who acts may speak for its account."""

    comment: Comment
    found: Moderated | None
    speaks: bool


class Moderating:
    """Comments that go and visitors that are blocked, at one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def ask(self, by: Actor, comment: CommentId, wish: Wish, shot: MediaFile | None = None) -> Changes:
        """Keep a comment, and ask that it goes or that its author is blocked (a deed).

        Args:
            by: who speaks for the account.
            comment: which.
            wish: on which ground.
            shot: a picture of it, from `Scans.seal`; None where nobody could make one, and the wish says so.

        Raises:
            NotAllowed: where the view is the reason, without a ground of the policy, without what is kept.
        """
        with self._desk.deed(by) as deed:
            stands = self._stands(deed, comment, wish.measure)
            form = stands.comment.form
            gone = stands.comment.removed_at is not None
            refuse(begin_blockers(wish.measure, form, stands.found, gone=gone, speaks=stands.speaks))
            grounds = self._reader.pack(deed.unit).removals
            account = deed.unit.accounts.maybe(form.account)
            ways = ways_on(None if account is None else account.platform)
            today = today_of(deed.unit, self._desk)
            refuse(wish_blockers(wish, grounds, ways, pictured=shot is not None, today=today))
            ground = ground_of(wish.kind, grounds)
            if ground is None:
                raise NotAllowed((Reason(say("moderating.kind-missing"), "YEL-U1", "kind"),))
            if shot is not None:
                deed.unit.media.add(shot)
            parts: dict[str, Plain] = {
                KEPT_PART: kept_plain(form, shot),
                MEASURE_PART: measure_plain(wish, ground, form.account, pictured=shot is not None),
                WORDS_PART: {"words": wish.words.strip()},
            }
            deed.record(BEGINS[wish.measure], Noun.COMMENTS, comment, parts=parts)
        return _changes(comment)

    def agree(self, by: Actor, comment: CommentId, measure: Measure) -> Changes:
        """Agree as the second person (a deed).

        Raises:
            NotAllowed: for who asked, and for who doesn't speak for the account.
        """
        with self._desk.deed(by) as deed:
            stands = self._stands(deed, comment, measure)
            refuse(agree_blockers(stands.found, by.person, speaks=stands.speaks))
            deed.record(AGREES[measure], Noun.COMMENTS, comment)
        return _changes(comment)

    def spare(self, by: Actor, comment: CommentId, measure: Measure) -> Changes:
        """Let it be after all (a deed): who asked, or the second person.

        Raises:
            NotAllowed: once it is done.
        """
        with self._desk.deed(by) as deed:
            stands = self._stands(deed, comment, measure)
            if not stands.speaks:
                raise NotAllowed((Reason(say("comments.not-yours"), "BAL-A2"),))
            if stands.found is None or not stands.found.under_way:
                raise NotAllowed((Reason(say("moderating.not-begun")),))
            deed.record(SPARES[measure], Noun.COMMENTS, comment)
        return _changes(comment)

    def done(self, by: Actor, comment: CommentId, measure: Measure, way: Way | None = None) -> Changes:
        """Write that visitors see it no more, or that the visitor is blocked, as a person saw (a deed).

        Args:
            by: who speaks for the account.
            comment: which.
            measure: what was done.
            way: how the comment went; None for a block.

        Raises:
            NotAllowed: before a second person agreed, where one has to.
        """
        with self._desk.deed(by) as deed:
            stands = self._stands(deed, comment, measure)
            refuse(done_blockers(stands.found, speaks=stands.speaks))
            refuse(_second_blockers(stands.found, self._reader.pack(deed.unit).removals))
            told = None if way is None or measure is Measure.BLOCK else way.value
            deed.record(DOES[measure], Noun.COMMENTS, comment, parts={DONE_PART: {"way": told}})
        return _changes(comment)

    def unblock(self, by: Actor, comment: CommentId) -> Changes:
        """Write that a visitor's block was lifted on the platform (a deed).

        Raises:
            NotAllowed: if nobody is blocked.
        """
        with self._desk.deed(by) as deed:
            stands = self._stands(deed, comment, Measure.BLOCK)
            if not stands.speaks:
                raise NotAllowed((Reason(say("comments.not-yours"), "BAL-A2"),))
            if stands.found is None or stands.found.stage is not Stage.DONE:
                raise NotAllowed((Reason(say("moderating.not-blocked")),))
            deed.record(Act.UNBLOCK_VISITOR, Noun.COMMENTS, comment)
        return _changes(comment)

    def _stands(self, deed: Deed, comment: CommentId, measure: Measure) -> _Stands:
        proven = self._proof.now(deed.unit)
        found = comments_of(proven, only=comment).get(comment)
        if found is None:
            raise KnownError(say("comments.gone"))
        account = deed.unit.accounts.maybe(found.form.account)
        today = today_of(deed.unit, self._desk)
        speaks = account is not None and speaks_for(deed.trust, deed.by.person, account, today)
        return _Stands(found, newest_of(proven, comment, measure), speaks)


def _second_blockers(found: Moderated | None, grounds: Sequence[Removal]) -> tuple[Reason, ...]:
    """Hold a wish to the policy as it is now, whatever its row says of a second person."""
    if found is None or found.agreed_by is not None:
        return ()
    ground = ground_of(found.kind, grounds)
    owed = ground is not None and needs_second(found.measure, ground)
    return (Reason(say("moderating.second-anew")),) if owed else ()


def _changes(comment: CommentId) -> Changes:
    return Changes.of("comments", [comment])
