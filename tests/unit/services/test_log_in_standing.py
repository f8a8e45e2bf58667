"""Who can open a log-in, whether communications has it, and who still knows it after leaving."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.log_in_standing import LogInStanding, LogInStandings
from smadmin.services.proof import Proof
from smadmin.services.vault import Vault
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of

NO_COMMUNICATIONS = ("ana", "pat", "bo")


def standings_of(school: TinySchool) -> LogInStandings:
    return LogInStandings(school.desk, Proof(school.desk))


def standing(school: TinySchool, account: AccountId) -> LogInStanding:
    return standings_of(school).all(school.by("pat"))[account]


@pytest.mark.demand("BAL-B1b5")
@pytest.mark.demand("BAL-B1b1")
def test_who_can_open_a_log_in_is_told(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))

    found = standing(school, account)

    assert found.openers == {school.people[one] for one in ("ana", "pat", "cem")}
    assert found.knew == frozenset()


@pytest.mark.demand("BAL-B1b6")
def test_a_changed_log_in_is_not_yet_told_until_communications_says_so(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    standings = standings_of(school)

    first = standing(school, account).told
    with pytest.raises(NotAllowed) as by_others:
        standings.tell(school.by("pat"), account, who="Cem Aydin")
    standings.tell(school.by("cem"), account)
    told = standing(school, account).told
    vault.reseal(school.by("pat"), vault.fetch(account))
    sealed_anew = standing(school, account).told
    vault.keep(school.by("ana"), account, replace(SECRET, password="another, longer one"))
    changed = standing(school, account).told
    vault.keep(school.by("cem"), account, replace(SECRET, password="a third and longest"))

    assert first is None
    assert by_others.value.happened.id == "vault.told-by-them"
    assert told is not None
    assert told.by == school.people["cem"]
    assert sealed_anew == told
    assert changed is None
    assert standing(school, account).told is not None


@pytest.mark.demand("BAL-B1b6")
def test_where_communications_has_no_key_the_office_says_who_has_it_there(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=NO_COMMUNICATIONS)
    account = kept(school, vault_of(school))
    standings = standings_of(school)

    with pytest.raises(NotAllowed) as unnamed:
        standings.tell(school.by("pat"), account)
    with pytest.raises(NotAllowed) as others:
        standings.tell(school.by("ana"), account, who="Cem Aydin")
    standings.tell(school.by("pat"), account, who="Cem Aydin, by telephone")

    assert unnamed.value.happened.id == "vault.told-whom"
    assert others.value.happened.id == "vault.told-by-office"
    told = standing(school, account).told
    assert told is not None
    assert told.who == "Cem Aydin, by telephone"


def test_nobody_is_told_of_a_log_in_that_isnt_kept(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with pytest.raises(KnownError):
        standings_of(school).tell(school.by("cem"), account_of(school))


@pytest.mark.demand("BAL-B1b3")
def test_who_leaves_stays_on_the_list_until_the_password_is_another(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, accounts = vault_of(school), Accounts(school.desk)
    account, bo = account_of(school), school.people["bo"]
    accounts.designate(school.by("pat"), account, bo)
    vault.keep(school.by("ana"), account, SECRET)
    standings = standings_of(school)
    before = standings.of(school.by("pat"), account)
    accounts.dismiss(school.by("pat"), account, bo)

    gone = standings.of(school.by("pat"), account)
    vault.reseal(school.by("pat"), vault.fetch(account))
    resealed = standings.of(school.by("pat"), account)
    vault.keep(school.by("ana"), account, replace(SECRET, password="a new and longer one"))

    assert before is not None
    assert gone is not None
    assert resealed is not None
    assert (bo in before.openers, before.knew) == (True, frozenset())
    assert bo not in gone.openers | resealed.openers
    assert gone.knew == resealed.knew == frozenset({bo})
    assert bo not in standing(school, account).openers | standing(school, account).knew


def test_a_row_that_only_claims_to_tell_is_no_word_of_communications(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = kept(school, Vault(school.desk, school.secrets))
    with school.desk.deed(school.by("pat")) as deed:
        deed.record(Act.TELL_LOG_IN, Noun.CREDENTIALS, account, parts={"told": {"who": ""}})

    assert standing(school, account).told is None
