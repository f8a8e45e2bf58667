"""Where copies are for emergencies: whose daily work an account is, and who only made it their own."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.policy.packs import CopiesOpen
from smadmin.domain.vocabulary import Noun
from smadmin.services.accounts import Accounts
from smadmin.services.copies import Rules
from smadmin.services.vault import Vault
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import SECRET, kept

ANOTHER = AccountForm(Platform.X, "Another", "another", "https://x.com/another", "b@lincoln.example")


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path, policy="wichita-ks")


def vault_of(school: TinySchool, copies: CopiesOpen = CopiesOpen.EMERGENCY) -> Vault:
    return Vault(school.desk, school.secrets, Rules(copies=lambda _unit: copies))


def name(school: TinySchool, by: str, person: str, account: AccountId, noun: Noun = Noun.PEOPLE) -> None:
    """Make somebody an administrator of an account, in a row that `by` signs."""
    today = school.desk.now.date()
    grant = Grant(school.desk.ids.new(), school.people[person], Role.ADMINISTRATOR, today, account)
    with school.desk.deed(school.by(by)) as deed:
        deed.record_trust(TrustAct.GRANT, noun, grant.person, {"grant": grant.to_plain()})


def asks(school: TinySchool, name: str, account: AccountId) -> bool:
    """Tell whether somebody is asked why, and is refused without."""
    vault = vault_of(school)
    asked = any(one.place == "why" for one in vault.open_blockers(school.by(name), account))
    if not asked:
        vault.reveal(school.by(name), vault.fetch(account))
        return False
    with pytest.raises(NotAllowed) as refused:
        vault.reveal(school.by(name), vault.fetch(account))
    assert [one.citation for one in refused.value.reasons] == ["WIC-P6"]
    return True


@pytest.mark.demand("WIC-P6")
@pytest.mark.parametrize("office", ["pat", "cem"])
def test_who_named_themselves_still_says_why(school: TinySchool, office: str) -> None:
    account = kept(school, vault_of(school))
    name(school, office, office, account)

    assert asks(school, office, account)
    vault = vault_of(school)
    vault.reveal(school.by(office), vault.fetch(account), why="The page was taken over on Sunday.")


@pytest.mark.demand("WIC-P6")
@pytest.mark.parametrize("noun", [Noun.KEYS, Noun.SCHOOL_KEYS])
def test_who_named_themselves_under_another_noun_still_says_why(school: TinySchool, noun: Noun) -> None:
    account = kept(school, vault_of(school))
    name(school, "pat", "pat", account, noun)

    assert asks(school, "pat", account)


@pytest.mark.demand("WIC-P6")
def test_who_was_named_by_somebody_else_works_with_it_every_day(school: TinySchool) -> None:
    account = kept(school, vault_of(school))
    accounts, pat = Accounts(school.desk), school.people["pat"]
    before = asks(school, "pat", account)
    name(school, "cem", "pat", account)
    named = asks(school, "pat", account)
    accounts.dismiss(school.by("pat"), account, pat)
    accounts.designate(school.by("pat"), account, pat)

    assert (before, named, asks(school, "pat", account)) == (True, False, True)
    assert not asks(school, "ana", account)


def test_another_account_is_no_reason_for_this_one(school: TinySchool) -> None:
    account = kept(school, vault_of(school))
    other = Accounts(school.desk).adopt(school.by("ana"), ANOTHER).value

    name(school, "cem", "pat", other)

    assert asks(school, "pat", account)


@pytest.mark.demand("BAL-A3")
def test_communications_works_with_the_districts_own_accounts(school: TinySchool) -> None:
    account = kept(school, vault_of(school))
    before = asks(school, "cem", account)
    with school.store.deed(school.id) as unit:
        unit.accounts.change(replace(unit.accounts.get(account), kind=AccountKind.DISTRICT))

    assert (before, asks(school, "cem", account), asks(school, "pat", account)) == (True, False, True)


def test_at_will_nobody_is_asked(school: TinySchool) -> None:
    vault = vault_of(school, CopiesOpen.AT_WILL)
    account = kept(school, vault)

    assert vault.reveal(school.by("pat"), vault.fetch(account)).value == SECRET
