"""Reads what a pack asks before an account is official (`[opening]`, `[[opening_questions]]`)."""

from collections.abc import Set as AbstractSet

from smadmin.domain.account_kinds import OFFICIAL, AccountKind
from smadmin.domain.accounts import Platform
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.policy.opening import ADOPTION_DAYS, OpeningRules
from smadmin.domain.policy.values import Question
from smadmin.domain.set_up import SetUpItem
from smadmin.importing.pack_words import questions
from smadmin.importing.tables import Table

_OR = " or "
_MAY_APPROVE = (Role.PRINCIPAL, Role.COMMUNICATIONS)
_LONGEST_DAYS = 366


def opening(table: Table, clauses: AbstractSet[str]) -> OpeningRules:
    """Read the values; a policy that says nothing has the program's own."""
    rules = table.table("opening")
    rules.only("approvals", "adoption_days", "refused", "set_up", "set_up_only")
    return OpeningRules(
        approvals=_approvals(rules),
        questions=_questions(table, clauses),
        adoption_days=rules.optional_number("adoption_days", low=1, high=_LONGEST_DAYS) or ADOPTION_DAYS,
        refused=_refused(rules.table("refused"), clauses),
        set_up=_set_up(rules.table("set_up"), clauses),
        set_up_only=_set_up_only(rules.table("set_up_only")),
    )


def _approvals(rules: Table) -> tuple[tuple[Role, ...], ...]:
    """Read the steps (`principal`, `principal or communications`); at least one says yes."""
    written = rules.texts("approvals")
    if not written:
        return OpeningRules().approvals
    steps = tuple(
        tuple(rules.member("approvals", one.strip(), Role) for one in step.split(_OR)) for step in written
    )
    for role in (role for step in steps for role in step if role not in _MAY_APPROVE):
        allowed = ", ".join(_MAY_APPROVE)
        raise rules.wrong(
            "approvals", say("policy.reason-choice", key="approvals", value=role.value, allowed=allowed)
        )
    return steps


def _questions(table: Table, clauses: AbstractSet[str]) -> tuple[Question, ...]:
    return questions(table, clauses, "opening_questions") if "opening_questions" in table.values else ()


def _refused(table: Table, clauses: AbstractSet[str]) -> dict[AccountKind, str]:
    return {_official(table, key): demand for key, demand in _demands(table, clauses).items()}


def _official(table: Table, key: str) -> AccountKind:
    kind = table.member(key, key, AccountKind)
    if kind not in OFFICIAL:
        allowed = ", ".join(sorted(OFFICIAL))
        raise table.wrong(key, say("policy.reason-choice", key=key, value=key, allowed=allowed))
    return kind


def _set_up(table: Table, clauses: AbstractSet[str]) -> dict[SetUpItem, str]:
    return {table.member(key, key, SetUpItem): one for key, one in _demands(table, clauses).items()}


def _set_up_only(table: Table) -> dict[SetUpItem, Platform]:
    return {table.member(key, key, SetUpItem): table.choice(key, Platform) for key in table.values}


def _demands(table: Table, clauses: AbstractSet[str]) -> dict[str, str]:
    found = {key: table.text(key) for key in table.values}
    for key, demand in found.items():
        if demand not in clauses:
            raise table.wrong(key, say("policy.reason-no-clause", demand=demand))
    return found
