"""Pages held by people's own log-ins: named, confirmed yearly; what nobody signed counts for nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.holdings import Holder
from smadmin.domain.ids import AccountId
from smadmin.services.accounts import Accounts
from smadmin.services.proof import Proof
from smadmin.services.role_holdings import RoleHoldings
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import account_of


def holdings_of(school: TinySchool) -> RoleHoldings:
    return RoleHoldings(school.desk, Proof(school.desk))


def named(school: TinySchool, *names: str) -> list[Holder]:
    with school.desk.look() as unit:
        people = unit.trust.read().people
    return [Holder(school.people[name], people[school.people[name]].name) for name in names]


def page(school: TinySchool, *names: str) -> AccountId:
    account = account_of(school)
    holdings_of(school).name(school.by("ana"), account, named(school, *(names or ("ana", "pat"))))
    return account


@pytest.mark.demand("BAL-B1b5")
def test_who_holds_a_page_is_named_signed_and_confirmed_after_a_year(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = page(school)
    holdings = holdings_of(school)

    fresh = holdings.get(school.by("pat"), account)
    school.clock.forward(days=366)
    old = holdings.get(school.by("pat"), account)
    holdings.confirm(school.by("pat"), account)
    again = holdings.get(school.by("pat"), account)

    assert fresh is not None
    assert old is not None
    assert again is not None
    assert (fresh.signed, fresh.due, fresh.gone) == (True, False, frozenset())
    assert old.due
    assert (again.signed, again.due) == (True, False)
    assert [one.act for one in school.records.newest(2)] == ["confirm-holders", "name-holders"]


def test_a_list_that_isnt_sound_is_refused_and_so_is_who_has_no_say(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account, holdings = account_of(school), holdings_of(school)

    with pytest.raises(NotAllowed) as alone:
        holdings.name(school.by("ana"), account, named(school, "pat"))
    with pytest.raises(NotAllowed) as reviewer:
        holdings.name(school.by("bo"), account, named(school, "ana", "pat"))
    with pytest.raises(KnownError) as nobody:
        holdings.confirm(school.by("ana"), account)

    assert alone.value.happened.id == "holders.two-at-least"
    assert reviewer.value.happened.id == "vault.not-yours"
    assert nobody.value.happened.id == "holders.none"


def test_a_list_changed_behind_the_programs_back_counts_for_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = page(school)
    with school.store.deed(school.id) as unit:
        held = unit.role_holdings.get(account)
        planted = Holder(school.people["bo"], "Bo Chen")
        unit.role_holdings.change(replace(held, holders=(*held.holders, planted)))

    found = holdings_of(school).get(school.by("pat"), account)

    assert found is not None
    assert not found.signed


def test_a_confirmation_dated_by_hand_counts_for_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = page(school)
    school.clock.forward(days=400)
    with school.store.deed(school.id) as unit:
        held = unit.role_holdings.get(account)
        unit.role_holdings.change(replace(held, confirmed_on=school.desk.now.date()))

    found = holdings_of(school).get(school.by("pat"), account)

    assert found is not None
    assert not found.signed


def test_a_holder_who_is_gone_is_named_and_can_not_be_confirmed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), account_of(school)
    accounts.designate(school.by("pat"), account, school.people["bo"])
    holdings = holdings_of(school)
    holdings.name(school.by("ana"), account, named(school, "pat", "bo"))
    accounts.dismiss(school.by("pat"), account, school.people["bo"])

    found = holdings.get(school.by("pat"), account)
    with pytest.raises(NotAllowed):
        holdings.confirm(school.by("pat"), account)

    assert found is not None
    assert found.gone == {school.people["bo"]}
    assert [one.gone for one in holdings.all(school.by("pat"))] == [found.gone]
