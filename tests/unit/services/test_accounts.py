"""The register: who may do what to an account, and what keeps it from going live."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, AccountStage, Platform, Proof
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import BadInput, KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act
from smadmin.services.accounts import Accounts
from smadmin.services.ending import end_grants, retire_keys
from smadmin.services.listed import colleagues_of
from tests.road import shipped
from tests.school import TinySchool, make_school


def form(school: TinySchool, **changed: object) -> AccountForm:
    fields: dict[str, object] = {
        "platform": Platform.X,
        "name": "Lincoln Elementary",
        "handle": "@Lincoln_ES",
        "page": "https://x.com/lincoln_es",
        "login": "social@lincoln.example",
        "principal": school.people["pat"],
    }
    return AccountForm(**(fields | changed))  # type: ignore[arg-type]  # fields by name


def adopted(school: TinySchool, **changed: object) -> AccountId:
    account = Accounts(school.desk).adopt(school.by("ana"), form(school, **changed)).value
    school.designate("ana", account)
    return account


def reasons(error: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in error.value.reasons]


def test_an_account_goes_live_when_its_page_was_seen_and_is_pinned(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)

    accounts.go_live(school.by("ana"), account, handle_seen="@lincoln_es")

    found = accounts.get(account)
    assert (found.stage, found.identity.proof, found.blockers()) == (AccountStage.LIVE, Proof.CONFIRMED, ())
    assert found.identity.by == school.people["ana"]
    with school.desk.look() as unit:
        assert unit.trust.read().pins == {account: "lincoln_es"}
    assert school.records.verify(root=school.root.key).whole


@pytest.mark.demand("BLO-IV-D1")
@pytest.mark.demand("SOC-C1")
@pytest.mark.demand("BAL-A1")
def test_an_account_without_an_accountable_principal_is_incomplete_and_stays_off(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school, principal=None)

    with pytest.raises(NotAllowed) as refused:
        accounts.go_live(school.by("ana"), account, handle_seen="lincoln_es")

    assert reasons(refused) == ["accounts.no-principal"]
    assert tuple(refused.value.reasons) == accounts.live_blockers(account)
    (listed,) = accounts.register()
    assert [reason.citation for reason in listed.missing][:1] == ["BAL-A1"]


@pytest.mark.demand("BAL-B1d1")
def test_a_page_that_people_hold_goes_live_without_a_log_in_address(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    page = {"platform": Platform.FACEBOOK, "page": "https://www.facebook.com/lincoln_es"}
    account = adopted(school, **page, login="")
    held = Accounts(school.desk, by_roles=lambda platform: platform is Platform.FACEBOOK)
    assert [one.message.id for one in Accounts(school.desk).live_blockers(account)] == [
        "accounts.login-not-address"
    ]

    assert held.live_blockers(account) == ()
    (listed,) = held.register()
    assert "login" not in {one.place for one in listed.missing}


@pytest.mark.demand("BAL-A2")
def test_only_the_principal_designates_an_administrator_and_it_stands_in_the_record(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)

    with pytest.raises(NotAllowed) as refused:
        accounts.designate(school.by("ana"), account, school.people["bo"])
    accounts.designate(school.by("pat"), account, school.people["bo"])

    assert reasons(refused) == ["accounts.leaders-only"]
    (listed,) = accounts.register()
    assert [person.name for person in listed.administrators] == ["Ana Brooks", "Bo Lindqvist"]
    assert school.records.newest(1)[0].act == Act.GRANT


def test_a_dismissed_administrator_is_one_no_more(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)
    accounts.designate(school.by("pat"), account, school.people["bo"])

    accounts.dismiss(school.by("pat"), account, school.people["bo"])

    assert [person.name for person in accounts.register()[0].administrators] == ["Ana Brooks"]
    assert school.records.verify(root=school.root.key).whole


@pytest.mark.demand("BAL-B1b2")
@pytest.mark.demand("SOC-P1")
@pytest.mark.demand("YEL-M1")
@pytest.mark.demand("BAL-D4")
@pytest.mark.demand("BAL-B1d1")
@pytest.mark.parametrize("login", ["ana@gmail.com", "ana@lincoln.example.org", "just-ana"])
def test_a_log_in_outside_the_schools_domains_is_refused(tmp_path: Path, login: str) -> None:
    school = make_school(tmp_path)

    with pytest.raises(NotAllowed) as refused:
        adopted(school, login=login)

    assert refused.value.reasons[0].citation in {"BAL-D4", "BAL-B1d1"}
    assert Accounts(school.desk).all() == ()


def test_a_reviewer_takes_no_account_into_the_register(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with pytest.raises(NotAllowed) as refused:
        Accounts(school.desk).adopt(school.by("bo"), form(school))

    assert reasons(refused) == ["accounts.no-role"]


def test_another_handle_on_the_page_confirms_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)

    with pytest.raises(BadInput) as refused:
        accounts.confirm(school.by("ana"), account, handle_seen="@lincoln_fans")

    assert refused.value.happened.values["seen"] == "@lincoln_fans"
    assert accounts.get(account).identity.proof is Proof.NONE


def test_another_handle_in_the_register_must_be_proven_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)
    accounts.go_live(school.by("ana"), account, handle_seen="lincoln_es")

    accounts.change(school.by("ana"), accounts.get(account), form(school, handle="lincoln_new"))

    assert accounts.get(account).stage is AccountStage.SET_UP
    assert accounts.get(account).identity.proof is Proof.NONE


@pytest.mark.demand("BAL-B1f4")
@pytest.mark.demand("YEL-A4")
def test_anybody_of_the_team_holds_an_account_and_only_the_office_lets_it_go_on(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)
    accounts.go_live(school.by("ana"), account, handle_seen="lincoln_es")

    accounts.hold(school.by("ana"), account, why="strange log-ins")
    with pytest.raises(NotAllowed):
        accounts.go_on(school.by("ana"), account, why="fine again")
    held = accounts.get(account).stage
    accounts.go_on(school.by("cem"), account, why="it was us")

    assert held is AccountStage.ON_HOLD
    assert accounts.get(account).stage is AccountStage.LIVE


def test_a_closed_account_stays_closed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)

    accounts.close(school.by("pat"), account, why="nobody keeps it up")

    with pytest.raises(NotAllowed):
        accounts.go_on(school.by("pat"), account, why="again")
    with pytest.raises(NotAllowed):
        accounts.go_live(school.by("pat"), account, handle_seen="lincoln_es")


@pytest.mark.demand("BAL-A2")
def test_who_is_named_for_an_account_no_longer_is_once_the_office_closed_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)
    other = adopted(school, handle="larks", page="https://x.com/larks")

    accounts.close(school.by("pat"), account, why="nobody keeps it up")

    with school.desk.look() as unit:
        named = {one.account for one in unit.trust.read().grants.values() if one.account is not None}
    assert named == {other}


def test_an_account_that_isnt_there_is_a_clear_error(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with pytest.raises(KnownError) as refused:
        Accounts(school.desk).get(AccountId("nowhere"))

    assert refused.value.happened.id == "store.gone"


def test_everybody_who_was_admitted_can_be_named_for_an_account(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    colleagues = {one.person.id: one.roles for one in Accounts(school.desk).colleagues()}

    assert set(colleagues) == set(school.people.values())
    assert Role.PRINCIPAL in colleagues[school.people["pat"]]


def test_who_has_neither_key_nor_role_any_more_has_left(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    before = {one.person.id for one in Accounts(school.desk).colleagues() if one.left}
    with school.desk.deed(school.by("pat")) as deed:
        end_grants(deed, Leaving(person=school.people["ana"]))
        still_a_key = {one.person.id for one in colleagues_of(deed.trust, school.desk.now.date()) if one.left}
        retire_keys(deed, Leaving(person=school.people["ana"]))

    left = {one.person.id for one in Accounts(school.desk).colleagues() if one.left}

    assert (before, still_a_key) == (set(), set())
    assert left == {school.people["ana"]}


def test_who_may_do_what_is_told_before_it_is_refused(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    accounts, account = Accounts(school.desk), adopted(school)

    assert accounts.naming_blockers(school.by("pat"), account) == ()
    (told,) = accounts.naming_blockers(school.by("ana"), account)
    with pytest.raises(NotAllowed) as refused:
        accounts.designate(school.by("ana"), account, school.people["ana"])
    assert refused.value.reasons == (told,)


@pytest.mark.demand("BAL-A3")
def test_an_address_that_only_the_platform_understands_makes_no_second_row_of_one_page(
    tmp_path: Path,
) -> None:
    school = make_school(tmp_path)
    account, ana, by_number = adopted(school), school.by("ana"), "https://x.com/i/user/783214"
    accounts = Accounts(school.desk, shipped().page_fits)

    with pytest.raises(NotAllowed) as entered_anew:
        accounts.adopt(ana, form(school, page=by_number, handle="drama"))
    with pytest.raises(NotAllowed) as changed:
        accounts.change(ana, accounts.get(account), form(school, page=by_number))

    assert reasons(entered_anew) == reasons(changed) == ["accounts.page-by-number"]


def test_a_page_elsewhere_is_refused_beside_its_field_and_goes_not_live(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    before = adopted(school, page="http://x.com/lincoln_es")
    accounts, ana = Accounts(school.desk, shipped().page_fits), school.by("ana")

    with pytest.raises(NotAllowed) as refused:
        accounts.adopt(ana, form(school, page="https://x.com.login.example/lincoln_es"))
    with pytest.raises(NotAllowed) as not_live:
        accounts.go_live(ana, before, handle_seen="lincoln_es")
    accounts.change(ana, accounts.get(before), form(school))
    accounts.go_live(ana, before, handle_seen="lincoln_es")

    assert [(one.message.id, one.place) for one in refused.value.reasons] == [
        ("accounts.page-elsewhere", "page")
    ]
    assert reasons(not_live) == ["accounts.page-foreign"]
    assert accounts.get(before).stage is AccountStage.LIVE
