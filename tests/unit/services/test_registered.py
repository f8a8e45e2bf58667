"""An account is used to publish only as the record has it, and only with a page at its own platform."""

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountForm, AccountStage, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.own_servers import OWN_SERVERS
from smadmin.services.accounts import Accounts
from smadmin.services.registered import unproven
from tests.faults.forgeries import sql
from tests.openings import School
from tests.road import Road, make_road, shipped


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def doubts(road: Road, account: Account) -> list[str]:
    with road.school.desk.look(road.by("ana")) as unit:
        found = unproven(road.proof.now(unit), account, road.reader, unit)
    return [reason.message.id for reason in found]


def form(road: Road, **changed: object) -> AccountForm:
    fields: dict[str, object] = {
        "platform": Platform.X,
        "name": "Lincoln Elementary",
        "handle": " @Lincoln_Two ",
        "page": " https://x.com/lincoln_two ",
        "login": "social@lincoln.example",
        "principal": road.school.people["pat"],
    }
    return AccountForm(**(fields | changed))  # type: ignore[arg-type]  # fields by name


def live(road: Road) -> AccountId:
    accounts, ana = Accounts(road.school.desk), road.by("ana")
    account = accounts.adopt(ana, form(road)).value
    road.school.designate("ana", account)
    accounts.go_live(ana, account, handle_seen="lincoln_two")
    return account


def test_what_was_entered_and_went_live_is_proven_at_every_stage(road: Road) -> None:
    accounts, ana, pat = Accounts(road.school.desk), road.by("ana"), road.by("pat")
    account = accounts.adopt(ana, form(road)).value
    road.school.designate("ana", account)
    assert doubts(road, accounts.get(account)) == []

    accounts.go_live(ana, account, handle_seen="lincoln_two")
    assert doubts(road, accounts.get(account)) == []
    accounts.change(ana, accounts.get(account), form(road, name="Lincoln", handle="lincoln_TWO"))
    assert (accounts.get(account).stage, doubts(road, accounts.get(account))) == (AccountStage.LIVE, [])
    accounts.hold(pat, account, why="strange")
    accounts.confirm(ana, account, handle_seen="lincoln_two")
    assert doubts(road, accounts.get(account)) == []
    accounts.go_on(pat, account, why="fine")
    assert (accounts.get(account).stage, doubts(road, accounts.get(account))) == (AccountStage.LIVE, [])


def test_a_handle_changed_and_confirmed_anew_is_proven(road: Road) -> None:
    accounts, ana, account = Accounts(road.school.desk), road.by("ana"), live(road)

    accounts.change(ana, accounts.get(account), form(road, handle="lincoln_new", page="https://x.com/new"))
    accounts.go_live(road.by("pat"), account, handle_seen="lincoln_new")

    assert doubts(road, accounts.get(account)) == []


def test_a_row_that_says_other_than_was_signed_is_not_believed(road: Road) -> None:
    account = Accounts(road.school.desk).get(live(road))
    forged = (
        replace(account, page="https://x.com/lincoln_fans"),
        replace(account, login="someone@lincoln.example"),
        replace(account, principal=None),
        replace(account, platform=Platform.MASTODON),
    )

    for one in forged:
        assert doubts(road, one) == ["approvals.account-details"]


def test_another_handle_than_the_confirmed_one_is_said_so(road: Road) -> None:
    account = Accounts(road.school.desk).get(live(road))

    assert doubts(road, replace(account, handle="lincoln_fans")) == ["approvals.account-changed"]


def test_an_account_set_live_by_hand_is_not_live(road: Road) -> None:
    accounts, account = Accounts(road.school.desk), live(road)
    accounts.change(road.by("ana"), accounts.get(account), form(road, handle="lincoln_new"))
    new = accounts.get(account)
    assert new.stage is AccountStage.SET_UP
    accounts.change(road.by("ana"), new, form(road))
    accounts.hold(road.by("pat"), road.x, why="strange")

    for one in (account, road.x):
        forged = replace(accounts.get(one), stage=AccountStage.LIVE)
        assert doubts(road, forged) == ["approvals.account-stage"]


@pytest.mark.parametrize(
    "page",
    [
        "http://x.com/lincoln_two",
        "https://x.com.login-school.example/signin",
        "https://x.com@evil.example/lincoln_two",
        "https://evil.example\\@x.com/lincoln_two",
        "x.com/lincoln_two",
        "",
    ],
)
def test_a_page_elsewhere_is_used_for_nothing_though_it_was_entered(road: Road, page: str) -> None:
    accounts, account = Accounts(road.school.desk), live(road)

    accounts.change(road.by("ana"), accounts.get(account), form(road, page=page))

    assert doubts(road, accounts.get(account)) == ["accounts.page-foreign"]


def test_where_a_server_is_the_schools_own_any_secure_page_fits(road: Road) -> None:
    accounts = Accounts(road.school.desk)
    page = "https://social.lincoln.example/@larks"
    account = accounts.adopt(road.by("ana"), form(road, platform=Platform.MASTODON, page=page)).value
    road.school.designate("ana", account)

    assert doubts(road, accounts.get(account)) == []


OWN_PAGE = "https://social.lincoln.example/@larks"


@pytest.mark.demand("BAL-B1b3")
def test_a_live_account_on_another_server_is_confirmed_anew(road: Road) -> None:
    accounts, ana = Accounts(road.school.desk), road.by("ana")
    own = form(road, platform=Platform.MASTODON, page=OWN_PAGE)
    account = accounts.adopt(ana, own).value
    road.school.designate("ana", account)
    accounts.go_live(ana, account, handle_seen="lincoln_two")
    live_as_it_was = accounts.get(account)

    accounts.change(ana, live_as_it_was, replace(own, page="https://social-lincoln.evil.example/@larks"))
    turned = accounts.get(account)

    assert turned.stage is AccountStage.SET_UP
    assert doubts(road, turned) == []
    assert doubts(road, replace(turned, stage=AccountStage.LIVE)) == ["approvals.account-stage"]


@pytest.mark.parametrize(
    ("handle", "page", "fits"),
    [
        ("larks@social.lincoln.example", OWN_PAGE, True),
        ("larks@lincoln.example", OWN_PAGE, True),
        ("larks@social.lincoln.example", "https://lincoln.evil.example/@larks", False),
        ("larks", "https://m\u0430stodon.social/@larks", False),
    ],
)
def test_a_page_lies_on_the_server_that_its_handle_names(
    road: Road, handle: str, page: str, *, fits: bool
) -> None:
    strict, unasked = Accounts(road.school.desk, shipped().page_fits), Accounts(road.school.desk)
    entered = form(road, platform=Platform.MASTODON, handle=handle, page=page)

    with nullcontext() if fits else pytest.raises(NotAllowed):
        strict.adopt(road.by("ana"), entered)
    another = replace(entered, handle="crows", page="https://social.lincoln.example/@crows")
    kept = unasked.get(unasked.adopt(road.by("ana"), another).value)
    kept = replace(kept, handle=handle)
    assert ("accounts.page-foreign" not in doubts(road, replace(kept, page=page))) is fits


def test_every_platform_without_hosts_has_servers_of_its_own() -> None:
    hostless = {platform.value for platform, facts in shipped().platforms.items() if not facts.hosts}

    assert hostless == OWN_SERVERS


def test_a_page_pointed_elsewhere_in_the_store_stops_release_and_gate(road: Road) -> None:
    submitted, released = road.submitted(), road.released()
    sql(
        road,
        "UPDATE account SET body = CAST(replace(CAST(body AS TEXT), 'https://x.com/lincoln_es', "
        "'https://x.com.login-school.example/signin') AS BLOB)",
    )

    at_release = {reason.message.id for reason in road.approvals.blockers(road.by("pat"), submitted)}
    at_gate = {reason.message.id for reason in road.publications.blockers(road.by("ana"), released, road.x)}

    assert {"approvals.account-details", "accounts.page-foreign"} <= at_release & at_gate


@pytest.mark.demand("YEL-A1")
def test_a_live_account_that_became_another_posts_nothing_until_it_is_approved_anew(tmp_path: Path) -> None:
    school = School(tmp_path)
    account, ana = school.ready(), school.by("ana")
    school.go_live(account)

    for other in ({"name": "Lincoln Elementary"}, {"kind": AccountKind.SCHOOL}):
        school.accounts.change(ana, school.accounts.get(account), school.form(**other))
        assert school.doubts(account) == ["approvals.account-anew"]
        school.accounts.change(ana, school.accounts.get(account), school.form())
        assert school.doubts(account) == []

    school.accounts.change(ana, school.accounts.get(account), school.form(name="Lincoln Elementary"))
    school.opening.approve(school.by("pat"), account)
    assert school.doubts(account) == ["approvals.account-anew"]
    school.opening.approve(school.by("cem"), account)
    assert school.doubts(account) == []
