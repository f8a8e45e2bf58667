"""How old passwords are by the signed rows, and who is told when the policy wants another."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.domain.yearly import Stage
from smadmin.services.copies import Rules
from smadmin.services.password_ages import Aged, PasswordAges
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.vault import Vault
from smadmin.services.yearly import YearlyConfirmations
from tests.road import Road, make_road
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def ages(road: Road, months: int | None, monkeypatch: pytest.MonkeyPatch) -> PasswordAges:
    """Give the ages under a policy that lets passwords grow so old."""
    pack = Reader.pack
    monkeypatch.setattr(Reader, "pack", lambda self, unit: replace(pack(self, unit), password_months=months))
    return PasswordAges(road.school.desk, Proof(road.school.desk), road.reader)


def aged(road: Road, account: AccountId, found: PasswordAges) -> Aged:
    one = found.of(road.school.by("pat"), account)
    assert one is not None
    return one


def test_only_another_password_is_a_younger_one(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    school, vault = road.school, vault_of(road.school)
    account = kept(school, vault)
    found, first = ages(road, None, monkeypatch), school.desk.now.date()
    school.clock.forward(days=40)

    vault.reseal(school.by("pat"), vault.fetch(account))
    locked_anew = aged(road, account, found)
    vault.keep(school.by("ana"), account, replace(SECRET, recovery=("another",)))
    other_codes = aged(road, account, found)
    vault.keep(school.by("ana"), account, replace(SECRET, password="another, longer one"))
    another = aged(road, account, found)

    assert (locked_anew.since, other_codes.since) == (first, first)
    assert another.since == first + timedelta(days=40)
    assert (another.due, another.stage) == (None, Stage.FINE)


def test_what_has_no_password_has_no_age(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    school, account = road.school, account_of(road.school)
    facts = PlatformFacts(Platform.X, "X", (), held_by=HeldBy.ROLES)
    vault = Vault(school.desk, school.secrets, Rules(facts=lambda _platform: facts))
    found = ages(road, 6, monkeypatch)
    none_kept = found.of(school.by("pat"), account)

    vault.keep(school.by("ana"), account, LogIn("", "", tokens=(ApiToken("poster", "x"),)))

    assert none_kept is None
    assert found.of(school.by("pat"), account) is None


@pytest.mark.parametrize(
    ("day", "who", "stage"),
    [
        (date(2027, 5, 1), set[str](), Stage.FINE),
        (date(2027, 5, 2), {"ana"}, Stage.SOON),
        (date(2027, 5, 16), {"ana", "pat"}, Stage.DUE),
        (date(2027, 5, 30), {"ana", "pat", "cem"}, Stage.LATE),
    ],
)
def test_the_policys_months_are_told_in_stages_to_who_can_change_it(
    road: Road, monkeypatch: pytest.MonkeyPatch, day: date, who: set[str], stage: Stage
) -> None:
    school = road.school
    account = kept(school, vault_of(school))
    found = ages(road, 6, monkeypatch)
    school.clock.at += day - school.desk.now.date()

    told = {name for name in ("ana", "pat", "bo", "cem") if found.brief(school.by(name))}

    assert told == who
    assert (aged(road, account, found).due, aged(road, account, found).stage) == (date(2027, 5, 16), stage)


def test_without_a_number_nobody_is_told_of_an_age_alone(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    school = road.school
    kept(school, vault_of(school))
    school.clock.forward(days=3_000)

    assert ages(road, None, monkeypatch).brief(school.by("ana")) == ()


@pytest.mark.demand("BAL-B1b4")
def test_the_yearly_confirmation_knows_how_old_the_password_is_and_locking_anew_confirms_nothing(
    road: Road,
) -> None:
    school, vault = road.school, vault_of(road.school)
    account, first = kept(school, vault), school.desk.now.date()
    yearly = YearlyConfirmations(school.desk, Proof(school.desk))
    school.clock.forward(days=20)
    vault.reseal(school.by("pat"), vault.fetch(account))
    school.clock.forward(days=360)

    found = yearly.of(school.by("ana"), account)

    assert found is not None
    assert (found.on, found.password, found.stage) == (first, first, Stage.DUE)
