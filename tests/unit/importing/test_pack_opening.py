"""What a pack asks before an account is official."""

from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.people import Role
from smadmin.domain.policy.opening import ADOPTION_DAYS, OpeningRules
from smadmin.domain.set_up import SetUpItem
from smadmin.importing.pack_opening import opening
from smadmin.importing.tables import Table
from tests.policies import packs

KNOWN = frozenset({"YEL-Q", "BAL-C1a"})


def read(text: str) -> OpeningRules:
    return opening(Table.parse(Path("own.toml"), text.encode()), KNOWN)


@pytest.mark.demand("YEL-A1")
def test_the_principal_comes_before_communications_where_the_policy_says_so() -> None:
    assert packs()["yelm-wa"].opening.approvals == ((Role.PRINCIPAL,), (Role.COMMUNICATIONS,))


@pytest.mark.demand("SOC-C1")
def test_either_of_two_may_say_yes_where_the_policy_says_so() -> None:
    assert packs()["socorro-tx"].opening.approvals == ((Role.PRINCIPAL, Role.COMMUNICATIONS),)


@pytest.mark.demand("YEL-Q")
@pytest.mark.demand("WIC-P1")
@pytest.mark.parametrize(("pack", "demand"), [("yelm-wa", "YEL-Q"), ("wichita-ks", "WIC-P1")])
def test_the_policy_s_own_four_questions_are_asked(pack: str, demand: str) -> None:
    asked = packs()[pack].opening.questions

    assert [one.demand for one in asked] == [demand] * 4
    assert len({one.told.said("es") for one in asked}) == 4


@pytest.mark.demand("BAL-C1a")
def test_a_policy_refuses_kinds_with_its_clause() -> None:
    assert packs()["baltimore-city-md"].opening.refused == {AccountKind.DEPARTMENT: "BAL-C1a"}


@pytest.mark.demand("WIC-P15")
@pytest.mark.demand("WIC-P16")
def test_things_of_the_set_up_list_carry_their_clause() -> None:
    clauses = packs()["wichita-ks"].opening.set_up

    assert clauses[SetUpItem.AFFILIATION] == "WIC-P15"
    assert clauses[SetUpItem.PICTURE] == "WIC-P16"


@pytest.mark.demand("WIC-P2")
def test_what_a_clause_asks_of_one_platform_alone_is_asked_of_no_other() -> None:
    rules = packs()["wichita-ks"].opening

    assert rules.asked_of(Platform.FACEBOOK)[SetUpItem.PAGE] == "WIC-P2"
    assert {SetUpItem.PAGE, SetUpItem.VISITOR_POSTS}.isdisjoint(rules.asked_of(Platform.INSTAGRAM))
    assert rules.asked_of(Platform.INSTAGRAM)[SetUpItem.PICTURE] == "WIC-P16"


def test_a_policy_that_says_nothing_has_the_program_s_own_values() -> None:
    rules = read("")

    assert rules.approvals == ((Role.PRINCIPAL,), (Role.COMMUNICATIONS,))
    assert (rules.adoption_days, rules.questions) == (ADOPTION_DAYS, ())


@pytest.mark.parametrize(
    "text",
    [
        '[opening]\napprovals = ["reviewer"]',
        '[opening]\napprovals = ["principal or anybody"]',
        '[opening]\nrefused = { personal = "BAL-C1a" }',
        '[opening]\nrefused = { department = "BAL-X" }',
        '[opening]\nset_up = { dance = "YEL-Q" }',
        '[opening]\nset_up_only = { page = "myspace" }',
        "[opening]\nadoption_days = 0",
        '[opening]\napproval = ["principal"]',
    ],
)
def test_what_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read(text)
