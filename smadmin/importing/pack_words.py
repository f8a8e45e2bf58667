"""Reads what a pack says in words: questions, grounds for removing, texts, whom to follow, contacts."""

from collections.abc import Set as AbstractSet

from smadmin.domain.blanks import blanks_in, stray_marks
from smadmin.domain.messages import say
from smadmin.domain.policy.values import (
    CORRECTED,
    Contact,
    FollowKind,
    Notice,
    NoticeKind,
    Question,
    Removal,
    Statement,
    Told,
)
from smadmin.importing.tables import Table

FURTHER_LANGUAGES = ("es",)
_LANGUAGES = ("en", *FURTHER_LANGUAGES)


def questions(table: Table, clauses: AbstractSet[str], key: str = "questions") -> tuple[Question, ...]:
    """Read what the writer is asked, or under another `key` whoever asks for an account; at least one."""
    asked = []
    for row in table.rows(key):
        row.only(*_LANGUAGES, "demand")
        demand = row.optional_text("demand")
        if demand is not None:
            _require(row, "demand", demand, clauses)
        asked.append(Question(told_of(row), demand))
    if not asked:
        raise table.wrong(key, say("policy.reason-missing", key=key))
    return tuple(asked)


def removals(table: Table, clauses: AbstractSet[str]) -> tuple[Removal, ...]:
    """Read the grounds on which a comment may be removed."""
    grounds: dict[str, Removal] = {}
    for row in table.rows("removals"):
        row.only("kind", *_LANGUAGES, "demands", "caution", "second")
        kind = row.text("kind")
        if kind in grounds:
            raise row.wrong("kind", say("policy.reason-twice", name=kind))
        demands = demands_of(row, clauses)
        grounds[kind] = Removal(kind, told_of(row), demands, row.flag("caution"), row.flag("second"))
    return tuple(grounds.values())


def follow(table: Table, clauses: AbstractSet[str]) -> tuple[FollowKind, ...]:
    """Read which kinds of accounts the district's own may follow; none where the policy lists none."""
    kinds: dict[str, FollowKind] = {}
    for row in table.rows("follow"):
        row.only("kind", *_LANGUAGES, "demands")
        kind = row.text("kind")
        if kind in kinds:
            raise row.wrong("kind", say("policy.reason-twice", name=kind))
        demands = demands_of(row, clauses)
        if not demands:  # a refusal quotes the clause
            raise row.wrong("demands", say("policy.reason-missing", key="demands"))
        kinds[kind] = FollowKind(kind, told_of(row), demands)
    return tuple(kinds.values())


def statements(table: Table, clauses: AbstractSet[str]) -> tuple[Statement, ...]:
    """Read the texts that must stand on accounts."""
    found = []
    for row in table.rows("statements"):
        row.only(*_LANGUAGES, "demands", "verbatim")
        found.append(Statement(told_of(row), demands_of(row, clauses), row.flag("verbatim")))
    return tuple(found)


def notices(table: Table, clauses: AbstractSet[str]) -> tuple[Notice, ...]:
    """Read what is proposed for notices; a blank that is none is refused."""
    found = []
    for row in table.rows("notices"):
        row.only("kind", *_LANGUAGES, "demands")
        kind, told = row.choice("kind", NoticeKind), told_of(row)
        for language, words in told.words.items():
            if stray_marks(words):
                raise row.wrong(language, say("notices.reason-blank"))
        found.append(Notice(kind, told, demands_of(row, clauses)))
    return tuple(found)


def corrected(table: Table) -> Told:
    """Read what a corrected post says of itself; the program's own words where the district has none."""
    if "corrected" not in table.values:
        return CORRECTED
    row = table.table("corrected")
    row.only(*_LANGUAGES)
    told = told_of(row)
    for language, words in told.words.items():
        if stray_marks(words) or len(blanks_in(words)) != 1:
            raise row.wrong(language, say("notices.reason-blank"))
    return told


def contacts(table: Table) -> tuple[Contact, ...]:
    """Read whom the policy names."""
    found = []
    for row in table.rows("contacts"):
        row.only("office", "email", "phones", "page", "about")
        found.append(
            Contact(
                row.text("office"),
                row.optional_text("email"),
                row.texts("phones"),
                row.optional_text("page"),
                row.optional_text("about") or "",
            )
        )
    return tuple(found)


def told_of(row: Table) -> Told:
    """Read the same words in the languages that there are; one at least."""
    words = {language: row.text(language) for language in _LANGUAGES if language in row.values}
    if not words:
        raise row.wrong("en", say("policy.reason-missing", key="en"))
    return Told(words)


def demands_of(row: Table, clauses: AbstractSet[str]) -> tuple[str, ...]:
    """Read the clauses that ask for something, each one of this policy."""
    named = row.texts("demands")
    for demand in named:
        _require(row, "demands", demand, clauses)
    return named


def _require(row: Table, key: str, demand: str, clauses: AbstractSet[str]) -> None:
    if demand not in clauses:
        raise row.wrong(key, say("policy.reason-no-clause", demand=demand))
