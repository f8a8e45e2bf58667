"""Whose turn it is to say yes to an account."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import steps_of
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.lives import RIGHTS, Asked, Life, Yes
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.turns import Given, given_blockers, turn_blockers, who_says

NOW = datetime(2026, 11, 16, tzinfo=UTC)
REQUEST = AccountRequest((), "", 1, comments=False, monitor=None, administrator=None)
BOTH = steps_of(((Role.PRINCIPAL,), (Role.COMMUNICATIONS,)))
ASKED = Life(BOTH, asked=Asked(7, PersonId("ana"), frozenset(), NOW, REQUEST))
HALF = replace(ASKED, yeses=(Yes(PersonId("pat"), NOW),))
GIVEN = Given("communications", "Cem Aydin", "e-mail", NOW.date())


@pytest.mark.demand("YEL-A1")
def test_it_is_said_whose_turn_it_is() -> None:
    (reason,) = turn_blockers(ASKED, frozenset({Role.COMMUNICATIONS}), "YEL-A1")

    assert reason.message == say("accounts.not-your-turn", who=say("accounts.step-principal"))
    assert reason.citation == "YEL-A1"
    assert turn_blockers(ASKED, frozenset({Role.DEPUTY}), None) == ()
    assert turn_blockers(HALF, frozenset({Role.COMMUNICATIONS}), None) == ()


def test_nothing_is_said_of_what_isn_t_asked_or_is_whole() -> None:
    whole = replace(HALF, yeses=(*HALF.yeses, Yes(PersonId("cem"), NOW)))

    assert [one.message.id for one in turn_blockers(Life(BOTH), frozenset(Role), None)] == [
        "accounts.nothing-asked"
    ]
    assert [one.message.id for one in turn_blockers(whole, frozenset(Role), None)] == [
        "accounts.approved-already"
    ]


@pytest.mark.parametrize(
    ("given", "by", "messages"),
    [
        (GIVEN, "bo", []),
        (GIVEN, "ana", ["accounts.entered-by-other"]),
        (replace(GIVEN, step="principal"), "bo", ["accounts.not-your-turn"]),
        (replace(GIVEN, step="nobody"), "bo", ["accounts.not-your-turn"]),
        (replace(GIVEN, step=RIGHTS), "bo", []),
        (replace(GIVEN, said_by="Cem"), "bo", ["accounts.said-by-missing"]),
        (replace(GIVEN, how=""), "bo", ["accounts.how-missing"]),
        (replace(GIVEN, day=date(2026, 11, 17)), "bo", ["accounts.day-ahead"]),
    ],
)
def test_what_was_said_outside_is_entered_in_its_turn_by_another(
    given: Given, by: str, messages: list[str]
) -> None:
    found = given_blockers(HALF, given, by=PersonId(by), today=NOW.date(), clause=None, scan=MediaId("m"))

    assert [one.message.id for one in found] == messages


def test_a_yes_said_outside_needs_its_scan_and_being_let_in_doesn_t() -> None:
    found = [
        given_blockers(HALF, given, by=PersonId("bo"), today=NOW.date(), clause=None, scan=None)
        for given in (GIVEN, replace(GIVEN, step=RIGHTS))
    ]

    assert [[one.message.id for one in each] for each in found] == [["accounts.scan-missing"], []]


def test_a_step_that_two_may_take_names_both() -> None:
    assert who_says(frozenset({Role.PRINCIPAL, Role.COMMUNICATIONS})) == say("accounts.step-either")
