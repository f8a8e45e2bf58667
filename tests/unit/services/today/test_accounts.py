"""Each account has those as its writers who are named for it, and stands by how long it has been quiet."""

from datetime import timedelta
from pathlib import Path

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.ids import AccountId
from smadmin.domain.keys import Trust
from smadmin.domain.people import Role
from smadmin.domain.school_days import EVERY_DAY
from smadmin.services.cadence import AccountCadence, account_cadence
from smadmin.services.today.accounts import accounts_today
from tests.road import make_road
from tests.today_views import TODAY, account
from tests.unit.services.test_cadence import RULE


def judged(name: str, quiet: int, **changed: object) -> AccountCadence:
    one = account(name, **changed)  # type: ignore[arg-type]  # a test names fields of the account
    return account_cadence(one, RULE, [TODAY - timedelta(days=quiet)], TODAY, EVERY_DAY)


def asked(trust: Trust, by: Actor, *those: AccountCadence) -> list[AccountId]:
    return [one.account.id for one in accounts_today(those, by, trust, today=TODAY, past={}, empty={})]


def test_the_longest_quiet_stands_first_and_a_closed_one_nowhere(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    by = road.by("ana")
    with road.school.desk.look(by) as unit:
        trust = unit.trust.read()
    few, many = judged("Few", 2, id=AccountId("few")), judged("Many", 20, id=AccountId("many"))
    closed = judged("Closed", 30, id=AccountId("closed"), stage=AccountStage.CLOSED)

    assert asked(trust, by, few, closed, many) == ["many", "few"]


def test_an_accounts_writers_are_those_who_have_the_role_towards_it_that_day(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    road.school.designate("bo", road.x)
    by, today = road.by("bo"), road.school.clock.now().date()
    with road.school.desk.look(by) as unit:
        trust, accounts = unit.trust.read(), unit.accounts.all()
    those = [account_cadence(one, RULE, (), today, EVERY_DAY) for one in accounts]

    found = accounts_today(those, by, trust, today=today, past={}, empty={})

    for one in found:
        roles = {p: trust.roles(p.id, today, one.account.id) for p in trust.people.values()}
        assert one.writers == tuple(sorted(p.name for p in roles if Role.ADMINISTRATOR in roles[p]))
        assert one.mine is (one.account.id == road.x)
    assert len({one.writers for one in found}) == len(found) == len(accounts)
