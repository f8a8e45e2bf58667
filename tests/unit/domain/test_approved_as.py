"""A yes to an account covers that account alone, and it again once a change is undone."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import steps_of
from smadmin.domain.approved_as import ApprovedAs
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PersonId
from smadmin.domain.lives import Life, LifeRow, life_of
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act

CLUB: Mapping[str, Plain] = {
    "platform": "x",
    "name": "Lincoln Chess Club",
    "handle": "@lincoln_chess",
    "page": "https://x.com/lincoln_chess",
    "kind": "club",
}
REQUEST = AccountRequest(("a",), "families", 30, comments=False, monitor=None, administrator=None)
ROLES = {
    "ana": Role.ADMINISTRATOR,
    "kim": Role.ADMINISTRATOR,
    "pat": Role.PRINCIPAL,
    "cem": Role.COMMUNICATIONS,
}


def row(seq: int, who: str, act: Act, part: Mapping[str, Plain]) -> LifeRow:
    at = datetime(2026, 11, 16, tzinfo=UTC) + timedelta(minutes=seq)
    return LifeRow(seq, act.value, PersonId(who), frozenset({ROLES[who]}), at, part)


def approved(*changes: Mapping[str, Plain], by: str = "ana", account: Mapping[str, Plain] = CLUB) -> Life:
    """Give the life of an account that somebody asked for and both approved, and that Ana then changed."""
    rows = [row(1, by, Act.ASK_ACCOUNT, {"request": REQUEST.to_plain(), "account": account})]
    rows += [row(seq, who, Act.APPROVE_ACCOUNT, {"asked": 1}) for seq, who in ((2, "pat"), (3, "cem"))]
    rows += [row(seq, "ana", Act.CHANGE, change) for seq, change in enumerate(changes, 4)]
    return life_of(rows, steps_of(((Role.PRINCIPAL,), (Role.COMMUNICATIONS,))))


@pytest.mark.demand("YEL-A1")
@pytest.mark.parametrize("other", [{"platform": "facebook"}, {"kind": "district"}, {"handle": "lincoln_all"}])
def test_another_account_has_no_yes_and_gets_its_own_back(other: Mapping[str, Plain]) -> None:
    assert approved().approved

    assert approved({**CLUB, **other}).yeses == ()
    assert approved({**CLUB, **other}, CLUB).approved


def test_a_spelling_and_the_page_are_no_other_account() -> None:
    spelled = {"name": " LINCOLN chess  club", "handle": "Lincoln_Chess", "page": "https://x.com/chess"}

    assert approved({**CLUB, **spelled}).approved


def test_the_handle_may_be_chosen_after_the_yes_and_then_stays() -> None:
    early: Mapping[str, Plain] = {**CLUB, "handle": ""}

    assert approved(CLUB, account=early).approved
    assert not approved(CLUB, {**CLUB, "handle": "lincoln_all"}, account=early).approved


def test_what_the_principal_asked_for_isn_t_their_yes_to_what_somebody_made_of_it() -> None:
    assert len(approved(by="pat").yeses) == 2

    assert approved({**CLUB, "name": "Lincoln Elementary"}, by="pat").yeses == ()


def test_an_older_row_without_a_kind_speaks_for_the_school() -> None:
    assert ApprovedAs.from_plain({"platform": "x"}) == ApprovedAs("x", "school", "", "")


@pytest.mark.parametrize("platform", ["mastodon", "wordpress"])
def test_another_server_or_path_is_another_account_where_each_has_its_own(platform: str) -> None:
    blog = {**CLUB, "platform": platform, "page": "https://www.Lincoln.example/@chess"}

    assert approved({**blog, "page": "https://lincoln.example/@chess/"}, account=blog).approved
    assert approved({**blog, "page": "https://lincoln.example/@club"}, account=blog).yeses == ()
    assert approved({**blog, "page": "https://lincoln.evil.example/@chess"}, account=blog).yeses == ()
    assert approved(blog, account={**blog, "page": ""}).approved
