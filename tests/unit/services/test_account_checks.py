"""Why an account isn't entered, changed or let live as somebody would have it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountForm, AccountStage
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.departures import Departures
from smadmin.services.district_hand import DistrictHand
from smadmin.services.proof import Proof
from smadmin.services.registered import unproven
from tests.faults.forgeries import sql
from tests.road import Road, make_road, shipped
from tests.school import make_school
from tests.unit.services.test_daily_hands import vault_of
from tests.unit.services.test_vault import kept

EVIL, LOG_IN = "https://x.com/evil", "social@lincoln.example"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    made.school.admit("eli", "Eli Stone", {Role.ADMINISTRATOR}, by="pat")
    made.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL}, by="pat")
    return made


def x_of(road: Road) -> Account:
    return Accounts(road.school.desk).get(road.x)


def change(road: Road, by: str, **changed: object) -> None:
    """Save the register's form of X as it shows it, with these other values."""
    x = x_of(road)
    form = AccountForm(
        x.platform, x.name, x.handle, x.page, "social@lincoln.example", x.principal, kind=x.kind
    )
    accounts = Accounts(road.school.desk, proof=road.proof)
    accounts.change(road.by(by), x, replace(form, **changed))  # type: ignore[arg-type]  # fields by name


def doubts(road: Road) -> list[str]:
    with road.school.desk.look(road.by("quinn")) as unit:
        found = unproven(road.proof.now(unit), unit.accounts.get(road.x), road.reader, unit)
    return [one.message.id for one in found]


def edited(road: Road, kind: AccountKind = AccountKind.DISTRICT) -> None:
    """Point the page elsewhere behind the program's back, and hand the account to the district."""
    twice = "replace(replace(body, ?, ?), 'x.com/lincoln_es', 'x.com/evil')"
    swap = f"update account set body = cast({twice} as blob)"
    with closing(sqlite3.connect(road.school.folder / "store.db")) as store, store:
        changed = store.execute(swap, ('"kind":"school"', f'"kind":"{kind}"'))
    assert changed.rowcount
    assert (x_of(road).page, x_of(road).kind) == (EVIL, kind)


def removed_details(road: Road) -> list[int]:
    """Take what was signed about X out of the store; gives the places of its rows."""
    with road.school.desk.look() as unit:
        about = road.proof.now(unit).about(Noun.ACCOUNTS, road.x)
    places = [one.seq for one in about if "account" in one.body.parts]
    named = ",".join(map(str, places))
    sql(road, f"DELETE FROM record_part WHERE name = 'account' AND seq IN ({named})")
    return places


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize(
    "changed",
    [
        {"handle": "lincoln_ess"},
        {"page": EVIL},
        {"principal": None},
        {"login": "eli@lincoln.example"},
        {"name": "Lincoln"},
    ],
)
@pytest.mark.parametrize("stage", ["live", "held", "was live"])
def test_who_is_named_for_nothing_changes_no_account_that_was_live(
    road: Road, stage: str, changed: dict[str, object]
) -> None:
    accounts = Accounts(road.school.desk)
    if stage == "held":
        accounts.hold(road.by("pat"), road.x, why="strange")
    if stage == "was live":
        change(road, "ana", handle="lincoln_two", page="https://x.com/lincoln_two")
        assert x_of(road).stage is AccountStage.SET_UP
    before = x_of(road)
    assert [one.message.id for one in accounts.change_blockers(road.by("eli"), road.x)] == [
        "accounts.named-only"
    ]

    with pytest.raises(NotAllowed, match=r"accounts\.named-only"):
        change(road, "eli", **changed)

    assert x_of(road) == before


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("who", ["ana", "pat", "cem"])
def test_who_is_named_or_answers_changes_a_live_account(road: Road, who: str) -> None:
    assert Accounts(road.school.desk).change_blockers(road.by(who), road.x) == ()

    change(road, who, page="https://x.com/lincoln_es/media")

    assert doubts(road) == []


def test_an_administrator_of_the_school_corrects_what_was_never_live(road: Road) -> None:
    accounts = Accounts(road.school.desk)
    x = x_of(road)
    form = AccountForm(x.platform, "Club", "club", "https://x.com/club", "", x.principal)
    club = accounts.adopt(road.by("eli"), form).value

    accounts.change(road.by("eli"), accounts.get(club), replace(form, name="The club"))

    assert accounts.get(club).name == "The club"


@pytest.mark.demand("BAL-A3")
@pytest.mark.demand("SOC-C4")
@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("ana", "kind-communications"),
        ("pat", "kind-communications"),
        ("cem", "kind-in-use"),
        ("eli", "named-only"),
    ],
)
def test_nobody_alone_makes_a_live_account_the_districts(road: Road, who: str, told: str) -> None:
    with pytest.raises(NotAllowed, match=rf"accounts\.{told}"):
        change(road, who, kind=AccountKind.DISTRICT)

    assert x_of(road).kind is AccountKind.SCHOOL


@pytest.mark.demand("BAL-A3")
def test_communications_alone_says_whose_an_account_is_that_nobody_uses(road: Road) -> None:
    accounts, cem = Accounts(road.school.desk), road.by("cem")
    x = x_of(road)
    form = AccountForm(x.platform, "News", "news", "https://x.com/news", "", x.principal)
    news = accounts.adopt(cem, form).value

    accounts.change(cem, accounts.get(news), replace(form, kind=AccountKind.DISTRICT))
    with pytest.raises(NotAllowed, match=r"accounts\.kind-communications"):
        accounts.change(road.by("pat"), accounts.get(news), form)
    accounts.change(cem, accounts.get(news), form)
    assert accounts.get(news).kind is AccountKind.SCHOOL

    road.school.designate("eli", news)
    with pytest.raises(NotAllowed, match=r"accounts\.kind-in-use"):
        accounts.change(cem, accounts.get(news), replace(form, kind=AccountKind.DISTRICT))


@pytest.mark.demand("BAL-A3")
def test_communications_alone_turns_no_account_whose_log_in_the_school_keeps(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, accounts = vault_of(school), Accounts(school.desk)
    found = accounts.get(kept(school, vault))
    with school.desk.deed(school.by("pat")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.account == found.id]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    form = AccountForm(found.platform, found.name, found.handle, found.page, found.login, found.principal)

    with pytest.raises(NotAllowed, match=r"accounts\.kind-in-use"):
        accounts.change(school.by("cem"), found, replace(form, kind=AccountKind.DISTRICT))


def test_saving_the_form_signs_nothing_that_was_written_into_the_store(road: Road) -> None:
    edited(road)

    with pytest.raises(NotAllowed, match=r"accounts\.not-as-signed"):
        change(road, "ana", name="Lincoln")
    with pytest.raises(NotAllowed, match=r"accounts\.not-as-signed"):
        change(road, "ana", kind=AccountKind.SCHOOL)
    change(road, "ana", login="", kind=AccountKind.SCHOOL, page="https://x.com/lincoln_es")

    assert doubts(road) == []


def test_an_account_that_is_not_as_signed_goes_live_by_nobody(road: Road) -> None:
    accounts = Accounts(road.school.desk)
    edited(road)
    accounts.hold(road.by("pat"), road.x, why="strange")

    with pytest.raises(NotAllowed) as refused:
        accounts.go_live(road.by("pat"), road.x, handle_seen="lincoln_es")

    assert "accounts.not-as-signed" in [one.message.id for one in refused.value.reasons]


@pytest.mark.parametrize("page", [EVIL, "https://x.com/lincoln_es"])
def test_nothing_is_signed_of_an_account_whose_signed_details_somebody_removed(road: Road, page: str) -> None:
    accounts = Accounts(road.school.desk)
    edited(road)
    removed_details(road)

    with pytest.raises(Tampered, match=r"records\.part-changed"):
        change(road, "ana", name="Lincoln", page=page, kind=AccountKind.SCHOOL)
    road = replace(road, proof=Proof(road.school.desk))  # started again
    with pytest.raises(NotAllowed, match=r"accounts\.signed-lost"):
        change(road, "ana", name="Lincoln", page=page, kind=AccountKind.SCHOOL)
    accounts.hold(road.by("pat"), road.x, why="strange")
    with pytest.raises(NotAllowed) as refused:
        accounts.go_live(road.by("pat"), road.x, handle_seen="lincoln_es")

    assert "accounts.signed-lost" in [one.message.id for one in refused.value.reasons]


def test_details_that_two_ordered_to_be_erased_are_signed_anew(road: Road) -> None:
    for seq in removed_details(road):
        for who in ("pat", "cem"):
            with road.school.desk.deed(road.by(who)) as deed:
                deed.record(Act.ERASE, Noun.RECORDS, f"{seq}/account")

    change(road, "ana", name="Lincoln")

    assert x_of(road).name == "Lincoln"


@pytest.mark.demand("BAL-A1")
def test_standing_in_signs_nothing_that_was_written_into_the_store(road: Road) -> None:
    with road.school.desk.deed(road.by("quinn")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == road.school.people["pat"]]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    edited(road)

    DistrictHand(road.school.desk, road.proof).stand_in(road.by("cem"), road.x)

    assert doubts(road) == ["approvals.account-details"]


@pytest.mark.demand("BAL-A1")
def test_a_departure_signs_nothing_that_was_written_into_the_store(road: Road) -> None:
    people, quinn = road.school.people, road.by("quinn")
    edited(road, AccountKind.SCHOOL)
    departures = Departures(road.school.desk, road.proof, lambda: shipped().platforms)
    leaving = Leaving(person=people["pat"], successor=people["quinn"])

    departures.end_rights(quinn, departures.begin(quinn, leaving).value)

    assert x_of(road).principal == people["quinn"]
    assert doubts(road) == ["approvals.account-details"]
