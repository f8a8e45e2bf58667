"""The register for communications: people who can't be reached, and its own way into each account."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.holdings import Holder
from smadmin.domain.log_ins import LogIn
from smadmin.domain.register import Entry
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from smadmin.services.register import RegisterList
from tests.road import Road, make_road
from tests.sample import sample_office, sit


def entries(road: Road, by: str | None) -> tuple[Entry, ...]:
    hand = DistrictHand(road.school.desk, road.proof)
    accounts, by_roles = Accounts(road.school.desk), {Platform.FACEBOOK}.__contains__
    register = RegisterList(road.school.desk, accounts, road.reader, hand, by_roles=by_roles)
    return register.entries(None if by is None else road.by(by))


def missing(entry: Entry) -> list[str]:
    return [reason.message.id for reason in entry.missing]


@pytest.mark.demand("WIC-P5")
def test_an_administrator_without_a_telephone_number_is_named(tmp_path: Path) -> None:
    found = entries(make_road(tmp_path), None)[0]

    assert "register.no-phone" in missing(found)
    assert "register.office-unconfirmed" not in missing(found)  # Baltimore asks for the log-in instead


def test_a_page_without_a_password_lacks_the_people_who_hold_it_and_no_log_in(tmp_path: Path) -> None:
    road = make_road(tmp_path)

    lacks = {one.account.id: missing(one) for one in entries(road, None)}

    assert "accounts.no-holders" in lacks[road.facebook]
    assert "accounts.no-log-in-kept" not in lacks[road.facebook]
    assert "accounts.no-log-in-kept" in lacks[road.x]
    assert "accounts.no-holders" not in lacks[road.x]


def test_the_register_says_who_gets_into_each_account_as_the_record_has_it(tmp_path: Path) -> None:
    """Not as a table has it that somebody wrote into; and nobody is named where nobody is signed in."""
    office = sample_office(tmp_path)
    ellen, leaver = sit(office, "ellen-whitcomb").actor, sit(office, "maya-ortega").actor
    accounts = {one.platform: one.id for one in office.accounts.all()}
    account, page = accounts[Platform.X], accounts[Platform.FACEBOOK]
    office.vault.keep(leaver, account, LogIn("social@lincoln.example", "canary-Falcon-42"))
    assert leaver.person is not None
    assert ellen.person is not None
    holders = (Holder(leaver.person, "Maya O."), Holder(ellen.person, "Ellen W."))
    office.role_holdings.name(ellen, page, holders)
    with office.desk.look(ellen) as unit:
        bo = next(key.id for key in unit.trust.read().keys.values() if key.person not in {None, ellen.person})
    with office.grounds.store.deed(office.desk.school) as unit:
        unit.credentials.change(replace(unit.credentials.get(account), recipients=(bo,)))

    told = {one.account.id: [who.name for who in one.openers] for one in office.register.entries(ellen)}

    assert "Maya Ortega" in told[account]
    assert "Ellen Whitcomb" in told[account]
    assert told[account] == sorted(told[account])
    assert told[page] == ["Ellen Whitcomb", "Maya Ortega"]
    assert not any(one.openers for one in office.register.entries(None))


@pytest.mark.demand("YEL-A4")
def test_where_the_policy_asks_for_it_communications_way_in_is_missing_at_first(tmp_path: Path) -> None:
    road = make_road(tmp_path, policy="yelm-wa")
    before = entries(road, "cem")

    DistrictHand(road.school.desk, road.proof).confirm(road.by("cem"), road.x)

    told = [one.citation for one in before[0].missing if one.message.id == "register.office-unconfirmed"]
    assert told == ["YEL-A4"]
    after = {one.account.id: missing(one) for one in entries(road, "cem")}
    assert "register.office-unconfirmed" not in after[road.x]
    assert "register.office-unconfirmed" in after[road.facebook]
