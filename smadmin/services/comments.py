"""Comments that somebody found: entered, answered, handed on for advice, closed (BAL-B1e2, BLO-A7, WIC-G10).

They stand in the record alone, and what a visitor wrote in sealed parts (`comment_rows.py` tells them).
"""

from collections.abc import Iterable
from dataclasses import replace

from smadmin.domain.actors import Actor
from smadmin.domain.answering import (
    advise_blockers,
    ask_blockers,
    form_blockers,
    open_blockers,
    reply_blockers,
)
from smadmin.domain.changes import Changes, Done
from smadmin.domain.comments import (
    ADVICE_PART,
    CLOSED_PART,
    COMMENT_PART,
    REPLY_PART,
    ClosedAs,
    Comment,
    CommentForm,
    CommentId,
    advice_plain,
)
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.moderating import Measure
from smadmin.domain.people import Role
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.posts import Content
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.comment_desk import advisers, speaks_for
from smadmin.services.comment_rows import comments_of
from smadmin.services.desk import Deed, Desk
from smadmin.services.moderated_rows import newest_of
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader, open_blocks
from smadmin.services.roles import local_now, refuse, require_role, roles_in, today_of
from smadmin.services.rounds import ASKED_OF
from smadmin.storage.unit import Unit


class Comments:
    """The comment desk of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def enter(self, by: Actor, form: CommentForm) -> Done[CommentId]:
        """Enter a comment that somebody found (a deed); gives its id.

        Raises:
            NotAllowed: for whoever has no role here, or with something missing.
        """
        made = CommentId(self._desk.ids.new())
        with self._desk.deed(by) as deed:
            self._require_form(deed, form)
            deed.record(Act.ENTER_COMMENT, Noun.COMMENTS, made, parts={COMMENT_PART: form.to_plain()})
        return Done(made, _changes(made))

    def change(self, by: Actor, comment: CommentId, form: CommentForm) -> Changes:
        """Put what was entered right (a deed).

        Raises:
            NotAllowed: as for `enter`, once it is closed, or while it is to be removed or its author blocked:
                a second person agrees to what they read.
        """
        with self._desk.deed(by) as deed:
            refuse(open_blockers(self._one(deed, comment)))
            measures = (newest_of(self._proof.now(deed.unit), comment, one) for one in Measure)
            if any(one is not None and one.under_way for one in measures):
                raise NotAllowed((Reason(say("comments.being-removed")),))
            self._require_form(deed, form)
            deed.record(Act.CHANGE, Noun.COMMENTS, comment, parts={COMMENT_PART: form.to_plain()})
        return _changes(comment)

    def answer(self, by: Actor, comment: CommentId, text: str) -> Changes:
        """Note the answer that was given (a deed).

        Raises:
            NotAllowed: in haste, with a blank left, to a student in words of one's own, where a check of the
                policy blocks it, for whoever doesn't speak for the account.
        """
        with self._desk.deed(by) as deed:
            found = self._one(deed, comment)
            account = deed.unit.accounts.get(found.form.account)
            writes = speaks_for(deed.trust, by.person, account, today_of(deed.unit, self._desk))
            rules = self._rules(deed.unit)
            refuse(reply_blockers(found, text, rules, now=self._desk.now, writes=writes))
            content = Content(text=text, accounts=(account.id,))
            refuse(_at_reply(open_blocks(self._reader.now(deed.unit, content), content)))
            parts = {REPLY_PART: {"text": text.strip()}}
            deed.record(Act.ANSWER_COMMENT, Noun.COMMENTS, comment, parts=parts)
        return _changes(comment)

    def seek_advice(self, by: Actor, comment: CommentId, of: Role, question: str) -> Changes:
        """Ask principal or communications what to answer (a deed).

        Raises:
            NotAllowed: without a question, while one waits, where nobody else could answer.
        """
        with self._desk.deed(by) as deed:
            found = self._one(deed, comment)
            refuse(
                ask_blockers(
                    found,
                    of,
                    question,
                    advisers=advisers(deed.trust, by.person, today_of(deed.unit, self._desk)),
                )
            )
            parts = {ADVICE_PART: advice_plain(of, question)}
            deed.record(Act.SEEK_ADVICE, Noun.COMMENTS, comment, parts=parts)
        return _changes(comment)

    def advise(self, by: Actor, comment: CommentId, sentence: str) -> Changes:
        """Say what to answer (a deed).

        Raises:
            NotAllowed: for whom it isn't, or without a sentence.
        """
        with self._desk.deed(by) as deed:
            found = self._one(deed, comment)
            own = found.advice is not None and found.advice.by == by.person
            refuse(advise_blockers(found, sentence, roles=roles_in(deed), own=own))
            parts = {ADVICE_PART: {"sentence": sentence.strip()}}
            deed.record(Act.GIVE_ADVICE, Noun.COMMENTS, comment, parts=parts)
        return _changes(comment)

    def close(self, by: Actor, comment: CommentId, why: ClosedAs) -> Changes:
        """Close a comment that gets no answer (a deed).

        Raises:
            NotAllowed: once it is closed.
        """
        with self._desk.deed(by) as deed:
            refuse(open_blockers(self._one(deed, comment)))
            deed.record(Act.CLOSE_COMMENT, Noun.COMMENTS, comment, parts={CLOSED_PART: {"why": why.value}})
        return _changes(comment)

    def reopen(self, by: Actor, comment: CommentId) -> Changes:
        """Let a comment wait for an answer again that was closed without one (a deed).

        Raises:
            NotAllowed: where it wasn't.
        """
        with self._desk.deed(by) as deed:
            found = self._one(deed, comment)
            if found.closed is None or found.removed_at is not None:
                raise NotAllowed((Reason(say("comments.not-closed")),))
            deed.record(Act.REOPEN_COMMENT, Noun.COMMENTS, comment)
        return _changes(comment)

    def one(self, proven: Proven, comment: CommentId) -> Comment:
        """Give a comment as the record has it.

        Raises:
            KnownError: if there is none.
        """
        found = comments_of(proven, only=comment).get(comment)
        if found is None:
            raise KnownError(say("comments.gone"))
        return found

    def _one(self, deed: Deed, comment: CommentId) -> Comment:
        return self.one(self._proof.now(deed.unit), comment)

    def _require_form(self, deed: Deed, form: CommentForm) -> None:
        require_role(deed)
        accounts = [one.id for one in deed.unit.accounts.all() if one.stage in ASKED_OF]
        refuse(form_blockers(form, accounts, local_now(self._desk, deed.unit)))

    def _rules(self, unit: Unit) -> CommentRules:
        return self._reader.pack(unit).comments


def _at_reply(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(replace(one, place="reply") for one in reasons)


def _changes(comment: CommentId) -> Changes:
    return Changes.of("comments", [comment])
