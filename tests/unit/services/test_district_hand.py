"""What communications may do: stop all accounts, stand in for a principal who left, confirm its way in."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, AccountStage, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.registered import unproven
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road

WHY = "A court asked for it."


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def hand(road: Road) -> DistrictHand:
    return DistrictHand(road.school.desk, road.proof)


@pytest.fixture
def accounts(road: Road, hand: DistrictHand) -> Accounts:
    return Accounts(road.school.desk, held=hand.held_blockers)


def why(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.message.id for reason in refused.value.reasons]


def doubts(road: Road, accounts: Accounts, account: AccountId) -> list[str]:
    with road.school.desk.look(road.by("cem")) as unit:
        reasons = unproven(road.proof.now(unit), accounts.get(account), road.reader, unit)
    return [reason.message.id for reason in reasons]


def two(road: Road, *, handle: str = "lincoln_two") -> AccountForm:
    page, pat = "https://x.com/lincoln_two", road.school.people["pat"]
    return AccountForm(Platform.X, "Lincoln", handle, page, "social@lincoln.example", pat)


def stopped(road: Road, accounts: Accounts, *, by: str) -> AccountId:
    account = accounts.adopt(road.by("ana"), two(road)).value
    road.school.designate("ana", account)
    accounts.go_live(road.by("ana"), account, handle_seen="lincoln_two")
    accounts.hold(road.by(by), account, why="spam")
    return account


def principal_leaves(road: Road) -> None:
    with road.school.desk.deed(road.by("cem")) as deed:
        for grant in list(deed.trust.grants.values()):
            if grant.role is Role.PRINCIPAL:
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})


@pytest.mark.demand("BAL-B1f4")
def test_communications_stops_all_accounts_at_once_and_lets_them_go_on(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    accounts.hold(road.by("pat"), road.facebook, why="spam")

    hand.hold_all(road.by("cem"), why=WHY)
    assert hand.stopped_whole(road.by("cem")) == {road.x, road.facebook}
    assert [one.stage for one in accounts.all()] == [AccountStage.ON_HOLD] * 2
    with pytest.raises(NotAllowed) as refused:
        accounts.go_on(road.by("pat"), road.facebook, why="no more spam")
    assert why(refused) == ["powers.held"]
    hand.go_on_all(road.by("cem"), why="It is over.")

    assert accounts.get(road.x).stage is AccountStage.LIVE
    assert accounts.get(road.facebook).stage is AccountStage.ON_HOLD  # as the school had it
    accounts.go_on(road.by("pat"), road.facebook, why="no more spam")
    assert accounts.get(road.facebook).stage is AccountStage.LIVE
    assert doubts(road, accounts, road.x) == doubts(road, accounts, road.facebook) == []


def test_what_the_school_stopped_itself_is_not_live_because_communications_let_all_go_on(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    accounts.hold(road.by("pat"), road.facebook, why="spam")
    hand.hold_all(road.by("cem"), why=WHY)
    hand.go_on_all(road.by("cem"), why="It is over.")

    with road.school.desk.deed(road.by("pat")) as deed:
        deed.unit.accounts.change(replace(accounts.get(road.facebook), stage=AccountStage.LIVE))

    assert doubts(road, accounts, road.facebook) == ["approvals.account-stage"]


def test_what_communications_stopped_the_principal_does_not_let_go_on(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    accounts.hold(road.by("cem"), road.x, why=WHY)

    with pytest.raises(NotAllowed) as on:
        accounts.go_on(road.by("pat"), road.x, why="please")
    with pytest.raises(NotAllowed) as live:
        accounts.go_live(road.by("pat"), road.x, handle_seen="lincoln_es")
    assert why(on) == why(live) == ["powers.held"]
    accounts.go_on(road.by("cem"), road.x, why="It is over.")

    assert accounts.get(road.x).stage is AccountStage.LIVE


def test_what_the_school_stopped_its_administrator_does_not_let_go_live_again(
    road: Road, accounts: Accounts
) -> None:
    account = stopped(road, accounts, by="pat")

    with pytest.raises(NotAllowed) as live:
        accounts.go_live(road.by("ana"), account, handle_seen="lincoln_two")
    assert why(live) == ["accounts.office-only"]
    sign_row(road, road.by("ana"), "go-live", "accounts", account)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.unit.accounts.change(replace(accounts.get(account), stage=AccountStage.LIVE))
    assert doubts(road, accounts, account) == ["approvals.account-stage"]


def test_who_leads_lets_a_stopped_account_go_live_under_its_new_handle(
    road: Road, accounts: Accounts
) -> None:
    account = stopped(road, accounts, by="ana")
    accounts.change(road.by("ana"), accounts.get(account), two(road, handle="lincoln_larks"))

    accounts.go_live(road.by("pat"), account, handle_seen="lincoln_larks")

    assert accounts.get(account).stage is AccountStage.LIVE
    assert doubts(road, accounts, account) == []


def test_who_signs_past_the_program_that_it_goes_on_is_not_believed(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    accounts.hold(road.by("cem"), road.x, why=WHY)
    sign_row(road, road.by("pat"), "go-on", "accounts", road.x, why="please")
    with road.school.desk.deed(road.by("pat")) as deed:
        found = deed.unit.accounts.get(road.x)
        deed.unit.accounts.change(replace(found, stage=AccountStage.LIVE))

    assert doubts(road, accounts, road.x) == ["approvals.account-stage"]


def test_nobody_but_communications_holds_all_or_stands_in_or_confirms(road: Road, hand: DistrictHand) -> None:
    for somebody in ("ana", "pat", "bo"):
        by = road.by(somebody)
        with pytest.raises(NotAllowed) as held:
            hand.hold_all(by, why=WHY)
        with pytest.raises(NotAllowed) as confirmed:
            hand.confirm(by, road.x)
        assert why(held) == why(confirmed) == ["powers.communications-only"]
        assert "powers.communications-only" in [
            reason.message.id for reason in hand.stand_in_blockers(by, road.x)
        ]
    with pytest.raises(NotAllowed) as refused:
        hand.hold_all(road.by("cem"), why=" ")
    assert why(refused) == ["powers.reason-missing"]


@pytest.mark.demand("BAL-A1")
def test_an_account_whose_principal_left_posts_nothing_until_communications_stands_in(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    with pytest.raises(NotAllowed) as in_office:
        hand.stand_in(road.by("cem"), road.x)
    principal_leaves(road)
    left = [reason.message.id for reason in accounts.register()[0].missing]

    assert why(in_office) == ["powers.principal-in-office"]
    assert "accounts.principal-left" in left
    assert doubts(road, accounts, road.x) == ["accounts.principal-left"]
    assert hand.stands_in(road.by("ana"), road.x) is None
    assert hand.unanswered(road.by("cem")).left == tuple(accounts.all())
    hand.stand_in(road.by("cem"), road.x)

    since = hand.stands_in(road.by("ana"), road.x)
    assert since is not None
    assert (since.by, since.on) == (road.school.people["cem"], road.school.clock.at.date())
    assert [one.id for one in hand.unanswered(road.by("cem")).stands_in] == [road.x]
    listed = next(one for one in accounts.register() if one.account.id == road.x)
    assert doubts(road, accounts, road.x) == []
    assert listed.principal is not None
    assert listed.principal.name == "Cem Aydin"
    assert "accounts.principal-left" not in [reason.message.id for reason in listed.missing]


def test_a_detail_is_put_right_while_communications_stands_in(
    road: Road, hand: DistrictHand, accounts: Accounts
) -> None:
    principal_leaves(road)
    hand.stand_in(road.by("cem"), road.x)
    found = accounts.get(road.x)
    named, login = found.principal, "s@lincoln.example"
    form = AccountForm(found.platform, "Lincoln", found.handle, found.page, login, named)

    accounts.change(road.by("ana"), found, form)

    assert doubts(road, accounts, road.x) == []


def test_who_writes_communications_into_the_register_past_the_program_is_not_believed(
    road: Road, accounts: Accounts
) -> None:
    principal_leaves(road)
    forged = replace(accounts.get(road.x), principal=road.school.people["cem"])
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.unit.accounts.change(forged)
    sign_row(road, road.by("ana"), "change", "accounts", road.x, account=forged.to_plain())

    assert doubts(road, accounts, road.x) == ["accounts.principal-left"]


@pytest.mark.demand("YEL-A4")
def test_communications_confirms_for_a_year_that_it_can_get_in(road: Road, hand: DistrictHand) -> None:
    hand.confirm(road.by("cem"), road.x)
    (confirmed,) = hand.confirmed(road.by("cem")).values()
    road.school.clock.forward(days=367)

    assert confirmed.by == road.school.people["cem"]
    assert hand.confirmed(road.by("cem")) == {}


@pytest.mark.demand("YEL-A4")
def test_a_confirmation_that_somebody_else_signed_counts_for_nothing(road: Road, hand: DistrictHand) -> None:
    sign_row(road, road.by("pat"), "confirm-office", "accounts", road.x)

    assert hand.confirmed(road.by("cem")) == {}
