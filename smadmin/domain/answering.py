"""What keeps a comment from being entered, answered, handed on or closed. Pure.

The screen asks it for the greyed button, the service before each deed.
"""

import re
from collections.abc import Collection
from datetime import datetime

from smadmin.domain.blanks import between_blanks, blanks_in
from smadmin.domain.comments import (
    AUTHOR_MOST,
    LINK_MOST,
    TEXT_MOST,
    Comment,
    CommentForm,
    CommentKind,
)
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.people import OFFICE, Role
from smadmin.domain.policy.commenting import CommentRules, Reply, ReplyKind
from smadmin.domain.sites import is_address
from smadmin.domain.typed import says_something

ADVISERS = (Role.PRINCIPAL, Role.COMMUNICATIONS)
"""Whom somebody can ask; the principal's deputy answers for the principal."""
SENTENCE_MOST = 1_000
_FILL_MOST = 100
_CALM = (ReplyKind.MEETING, ReplyKind.WRITE)
"""What may be answered to criticism at once: it says nothing about the matter."""


def form_blockers(form: CommentForm, accounts: Collection[str], now: datetime) -> tuple[Reason, ...]:
    """List what a comment lacks; `now` is the school's own time without a zone."""
    reasons = []
    if form.account not in accounts:
        reasons.append(Reason(say("comments.account-missing"), None, "account"))
    if not form.text.strip() and form.kind is not CommentKind.STUDENT:
        reasons.append(Reason(say("comments.text-missing"), None, "text"))
    for name, most in (("text", TEXT_MOST), ("author", AUTHOR_MOST), ("link", LINK_MOST)):
        if len(getattr(form, name)) > most:
            reasons.append(Reason(say("comments.too-long", n=most), None, name))
    if form.link.strip() and not is_address(form.link):
        reasons.append(Reason(say("comments.link-wrong"), None, "link"))
    if form.found_at > now:
        place = "time" if form.found_at.date() == now.date() else "day"
        reasons.append(Reason(say("comments.found-ahead"), None, place))
    return tuple(reasons)


def open_blockers(comment: Comment) -> tuple[Reason, ...]:
    """Say that nothing more is done about what is closed."""
    return () if comment.open else (Reason(say("comments.closed-already")),)


def reply_blockers(
    comment: Comment, text: str, rules: CommentRules, *, now: datetime, writes: bool
) -> tuple[Reason, ...]:
    """List why an answer can't be given.

    Args:
        comment: what is answered.
        text: the answer.
        rules: the policy's.
        now: UTC.
        writes: whether they may speak for the account.
    """
    if reasons := open_blockers(comment):
        return reasons
    if not writes:
        return (Reason(say("comments.not-yours"), "BAL-A2"),)
    if not text.strip():
        return (Reason(say("comments.reply-missing"), None, "reply"),)
    reasons = ()
    if len(text) > TEXT_MOST:
        reasons += (Reason(say("comments.too-long", n=TEXT_MOST), None, "reply"),)
    if blanks_in(text):
        reasons += (Reason(say("comments.blank-left", what=blanks_in(text)[0]), None, "reply"),)
    return (*reasons, *_kind_reasons(comment, text, rules, now))


def _kind_reasons(comment: Comment, text: str, rules: CommentRules, now: datetime) -> tuple[Reason, ...]:
    if comment.form.kind is CommentKind.STUDENT:
        if is_wording(rules.reply(ReplyKind.STUDENT), text):
            return ()
        return (Reason(say("comments.student-only-set"), "SOC-R1", "reply"),)
    calm = comment.calm_from(rules)
    if calm is None or any(is_wording(rules.reply(kind), text) for kind in _CALM):
        return ()
    if comment.advice is not None and comment.advice.waits:
        return (Reason(say("comments.advice-waits"), "SOC-O6", "reply"),)
    return (Reason(say("comments.in-haste", at=calm), "BLO-A7", "reply"),) if now < calm else ()


def is_wording(reply: Reply | None, text: str) -> bool:
    """Tell whether a text is a wording that lay ready, in any of its languages, with its blank filled."""
    if reply is None:
        return False
    said = " ".join(text.split())
    for words in reply.told.words.values():
        pattern = f"[^\n]{{1,{_FILL_MOST}}}".join(re.escape(one) for one in between_blanks(words))
        if re.fullmatch(pattern, said) and not blanks_in(said):
            return True
    return False


def ask_blockers(
    comment: Comment, of: Role, question: str, *, advisers: Collection[Role]
) -> tuple[Reason, ...]:
    """List why nobody can be asked for advice; `advisers` are the roles that somebody else has here."""
    reasons = list(open_blockers(comment))
    if comment.advice is not None and comment.advice.waits:
        reasons.append(Reason(say("comments.asked-already")))
    if of not in advisers:
        reasons.append(Reason(say("comments.nobody-to-ask"), "BLO-A7", "of"))
    if not says_something(question):
        reasons.append(Reason(say("comments.question-missing"), "BLO-A7", "question"))
    if len(question) > SENTENCE_MOST:
        reasons.append(Reason(say("comments.too-long", n=SENTENCE_MOST), None, "question"))
    return tuple(reasons)


def advise_blockers(
    comment: Comment, sentence: str, *, roles: Collection[Role], own: bool
) -> tuple[Reason, ...]:
    """List why somebody can't advise: only whom was asked, and never oneself.

    Args:
        comment: about which somebody asked.
        sentence: the advice.
        roles: of who would advise.
        own: whether they asked themselves.
    """
    if reasons := open_blockers(comment):
        return reasons
    advice = comment.advice
    if advice is None or not advice.waits:
        return (Reason(say("comments.not-asked")),)
    if own or not advises(advice.of, roles):
        return (Reason(say("comments.not-your-advice")),)
    if not says_something(sentence):
        return (Reason(say("comments.sentence-missing"), "BLO-A7", "sentence"),)
    if len(sentence) > SENTENCE_MOST:
        return (Reason(say("comments.too-long", n=SENTENCE_MOST), None, "sentence"),)
    return ()


def advises(of: Role, roles: Collection[Role]) -> bool:
    """Tell whether somebody with these roles is who was asked."""
    return bool(OFFICE & set(roles)) if of is Role.PRINCIPAL else of in roles
