"""What log-ins ask of whom: each sees what they can do something about."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.log_ins import ApiToken
from smadmin.domain.publishers import Trouble
from smadmin.services.accounts import Accounts
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.log_in_tasks import LogInTasks, TaskKind
from smadmin.services.proof import Proof
from smadmin.services.role_holdings import RoleHoldings
from tests.direct import make_direct
from tests.fake_platform import Fault
from tests.school import TinySchool, make_school
from tests.unit.services.test_role_holdings import page
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of


def kinds(school: TinySchool, name: str) -> list[TaskKind]:
    return [one.kind for one in tasks_of(school).brief(school.by(name))]


def tasks_of(school: TinySchool) -> LogInTasks:
    proof = Proof(school.desk)
    return LogInTasks(school.desk, LogInStandings(school.desk, proof), RoleHoldings(school.desk, proof))


@pytest.mark.demand("BAL-B1b6")
def test_a_changed_log_in_waits_for_communications_alone(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    kept(school, vault_of(school))

    assert kinds(school, "cem") == [TaskKind.TELL]
    assert kinds(school, "ana") == kinds(school, "pat") == kinds(school, "bo") == []


@pytest.mark.demand("BAL-B1b6")
def test_where_communications_has_no_key_it_waits_for_the_principal(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat", "bo"))
    kept(school, vault_of(school))

    assert kinds(school, "pat") == [TaskKind.TELL]
    assert kinds(school, "ana") == []


def test_a_password_that_somebody_gone_knows_waits_for_whoever_can_change_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, accounts, account = vault_of(school), Accounts(school.desk), account_of(school)
    accounts.designate(school.by("pat"), account, school.people["bo"])
    vault.keep(school.by("cem"), account, SECRET)
    accounts.dismiss(school.by("pat"), account, school.people["bo"])

    found = tasks_of(school).brief(school.by("ana"))

    assert [(one.kind, one.people) for one in found] == [(TaskKind.ROTATE, ("Bo Lindqvist",))]
    assert kinds(school, "bo") == []


def test_a_page_and_a_token_wait_when_their_day_comes(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    page(school)
    vault, account = vault_of(school), account_of(school, "another")
    ends = school.desk.now.date() + timedelta(days=100)
    with_token = replace(
        SECRET, tokens=(ApiToken("poster", "t", ends), ApiToken("old", "t", date(2099, 1, 1)))
    )
    vault.keep(school.by("cem"), account, with_token)

    before = kinds(school, "ana")
    school.clock.forward(days=70)
    (task,) = tasks_of(school).brief(school.by("ana"))
    soon, left = [task.kind], task.left
    school.clock.forward(days=300)

    assert before == []
    assert (soon, left) == ([TaskKind.TOKEN], 30)
    assert kinds(school, "ana") == [TaskKind.HOLDERS, TaskKind.TOKEN]


def test_a_log_in_that_the_platform_refused_waits_for_a_new_one(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    school, blog = direct.road.school, direct.blogs[0]
    direct.platform.faults = lambda method: Fault(Trouble.REFUSED) if method == "publish" else None
    intended = direct.intended(direct.released())
    assert TaskKind.REFUSED not in kinds(school, "ana")

    direct.go(intended)

    refused = [one for one in tasks_of(school).brief(school.by("ana")) if one.kind is TaskKind.REFUSED]
    assert [one.account.id for one in refused] == [blog]
    direct.platform.faults = lambda _: None
    direct.sendings.go_on(direct.road.by("ana"), intended)
    direct.go(intended)
    assert TaskKind.REFUSED not in kinds(school, "ana")
