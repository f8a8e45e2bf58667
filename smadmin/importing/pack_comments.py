"""Reads what a pack asks of comments (`[comments]`, `[[comments.replies]]`)."""

from collections.abc import Set as AbstractSet

from smadmin.domain.blanks import blanks_in, stray_marks
from smadmin.domain.messages import say
from smadmin.domain.policy.commenting import (
    ANSWER_DAYS,
    CALM_HOURS,
    ROUND_DAYS,
    CommentRules,
    Reply,
    ReplyKind,
)
from smadmin.importing.pack_words import FURTHER_LANGUAGES, demands_of, told_of
from smadmin.importing.tables import Table

_MOST_DAYS, _MOST_HOURS = 31, 72
_WITHOUT_BLANK = ReplyKind.STUDENT
"""It is sent as it stands: nobody writes anything of their own to a student."""


def comments(table: Table, clauses: AbstractSet[str]) -> CommentRules:
    """Read the values; a policy that says nothing has the program's own numbers and no wordings."""
    rules = table.table("comments")
    rules.only("round_days", "answer_days", "calm_hours", "source", "replies")
    hours = rules.optional_number("calm_hours", low=0, high=_MOST_HOURS)
    source = rules.optional_text("source")
    if source is not None and source not in clauses:
        raise rules.wrong("source", say("policy.reason-no-clause", demand=source))
    return CommentRules(
        round_days=rules.optional_number("round_days", low=1, high=_MOST_DAYS) or ROUND_DAYS,
        answer_days=rules.optional_number("answer_days", low=1, high=_MOST_DAYS) or ANSWER_DAYS,
        calm_hours=CALM_HOURS if hours is None else hours,
        source=source,
        replies=_replies(rules, clauses),
    )


def _replies(rules: Table, clauses: AbstractSet[str]) -> tuple[Reply, ...]:
    found: dict[ReplyKind, Reply] = {}
    for row in rules.rows("replies"):
        row.only("kind", "en", *FURTHER_LANGUAGES, "demands")
        kind, told = row.choice("kind", ReplyKind), told_of(row)
        if kind in found:
            raise row.wrong("kind", say("policy.reason-twice", name=kind.value))
        for language, words in told.words.items():
            if stray_marks(words) or len(blanks_in(words)) > (kind is not _WITHOUT_BLANK):
                raise row.wrong(language, say("notices.reason-blank"))
        found[kind] = Reply(kind, told, demands_of(row, clauses))
    return tuple(found.values())
