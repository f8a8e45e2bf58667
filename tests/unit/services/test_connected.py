"""One account of a platform is used by one of the register, however their pages are spelled."""

from pathlib import Path

import pytest

from smadmin.domain.connections import Connection
from smadmin.domain.ids import AccountId
from smadmin.domain.publishers import Who
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.registered import unproven
from tests.direct import TOKEN, Direct, make_direct
from tests.faults.forgeries import sign_row

PAGE = "https://blog0.lincoln.example"


def doubts(direct: Direct, account: AccountId) -> list[str]:
    road = direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        found = unproven(road.proof.now(unit), unit.accounts.get(account), road.reader, unit)
    return [one.message.id for one in found]


@pytest.mark.demand("BAL-B1f4")
def test_one_account_of_a_platform_is_used_by_one_of_the_register(tmp_path: Path) -> None:
    direct = make_direct(tmp_path, blogs=2)
    (first, second), road = direct.blogs, direct.road
    accounts, who = Accounts(road.school.desk, proof=road.proof), Who("1", "blog0", "Lincoln", PAGE)
    assert (doubts(direct, first), doubts(direct, second)) == ([], [])

    for blog, server in ((first, PAGE), (second, f"{PAGE}.:443/")):  # as a changed program signs it
        told = Connection(who, server, "ana", TOKEN).to_plain()
        sign_row(road, road.by("pat"), Act.CONNECT, Noun.ACCOUNTS, blog, connection=told)
    assert (doubts(direct, first), doubts(direct, second)) == ([], ["approvals.account-twin"])

    accounts.hold(road.by("cem"), second, why="stop")
    assert doubts(direct, first) == ["approvals.account-twin"]
    accounts.close(road.by("cem"), second, why="over")
    assert doubts(direct, first) == []
