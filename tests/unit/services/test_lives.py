"""What the record tells of accounts: what is missing by when, and what waits for whom."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountForm, Platform
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.canonical import Plain
from smadmin.domain.errors import NotAllowed
from smadmin.domain.lives import Yes
from smadmin.domain.people import Role
from smadmin.services.accounts import Accounts
from smadmin.services.life_rows import life_in
from smadmin.services.lives import Lives
from smadmin.services.proof import Fact, Proven
from tests.openings import TODAY, School
from tests.policies import packs
from tests.road import Road


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def existing(road: Road, name: str = "Lincoln Library") -> AccountForm:
    pat = road.school.people["pat"]
    page = "https://x.com/lincoln_lib"
    return AccountForm(Platform.X, name, "lincoln_lib", page, "lib@lincoln.example", pat)


def named(accounts: tuple[Account, ...]) -> list[str]:
    return [one.name for one in accounts]


@pytest.mark.demand("BAL-B1c1")
def test_an_account_that_existed_goes_live_with_a_dated_list_of_what_is_missing(school: School) -> None:
    ana = school.by("ana")
    account = school.accounts.adopt(ana, existing(school.road, "Larks")).value
    school.road.school.designate("ana", account)

    school.accounts.go_live(ana, account, handle_seen="lincoln_lib")

    sheet = school.sheet(account)
    assert sheet.due == date(2027, 1, 15)
    assert [one.message.id for one in sheet.lacks] == [
        "accounts.not-asked",
        "accounts.no-rights",
        "accounts.not-set-up",
        "accounts.name-not-school",
    ]


def test_the_dated_lists_are_read_at_once_for_all_accounts(school: School) -> None:
    ana = school.by("ana")
    account = school.accounts.adopt(ana, existing(school.road, "Larks")).value
    asked = school.asked()

    lists = school.lives.dated_lists(ana)

    assert lists[account] == date(2027, 1, 15)
    assert asked not in lists


def test_the_day_is_counted_from_the_school_s_own(school: School) -> None:
    ana = school.by("ana")
    school.road.school.clock.at = datetime(2026, 11, 17, 3, tzinfo=UTC)  # still the 16th in Denver

    account = school.accounts.adopt(ana, existing(school.road)).value

    assert school.sheet(account).due == date(2027, 1, 15)
    assert school.lives.dated_lists(ana)[account] == date(2027, 1, 15)


def test_the_dated_lists_of_many_are_made_without_opening_what_nobody_asked_for(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 2,000 accounts each opened row counts."""
    ana = school.by("ana")
    for n in range(5):
        form = replace(existing(school.road), handle=f"lincoln_{n}", page=f"https://x.com/lincoln_{n}")
        school.accounts.adopt(ana, form)
    before = school.lives.dated_lists(ana)
    monkeypatch.setattr(Proven, "part", lambda *_what: pytest.fail("a part was opened"))

    assert len(before) >= 5
    assert school.lives.dated_lists(ana) == before


def test_an_old_account_that_is_complete_has_no_dated_list(school: School) -> None:
    ana = school.by("ana")
    account = school.accounts.adopt(ana, existing(school.road)).value
    school.opening.answer(ana, account, school.request())
    assert account in school.lives.dated_lists(ana)
    school.opening.approve(school.by("pat"), account)
    school.opening.approve(school.by("cem"), account)
    school.hand.confirm(school.by("cem"), account)
    school.tick_all(account)

    assert account not in school.lives.dated_lists(ana)


def test_the_answers_and_approvals_of_an_old_account_are_given_later(school: School) -> None:
    ana = school.by("ana")
    account = school.accounts.adopt(ana, existing(school.road)).value

    school.opening.answer(ana, account, school.request())
    school.opening.approve(school.by("pat"), account)
    school.opening.approve(school.by("cem"), account)
    school.hand.confirm(school.by("cem"), account)
    school.tick_all(account)

    sheet = school.sheet(account)
    assert (sheet.life.adopted, sheet.life.approved, sheet.lacks) == (True, True, ())


def test_each_sees_what_waits_for_them(school: School) -> None:
    account = school.asked()
    briefs = {who: school.lives.brief(school.by(who)) for who in ("ana", "bo", "pat", "cem")}
    assert {who for who, brief in briefs.items() if brief.to_approve} == {"pat"}

    school.opening.approve(school.by("pat"), account)
    assert named(school.lives.brief(school.by("cem")).to_approve) == ["Lincoln Chess Club"]
    assert school.lives.brief(school.by("pat")).to_approve == ()

    school.opening.approve(school.by("cem"), account)
    assert named(school.lives.brief(school.by("ana")).to_set_up) == ["Lincoln Chess Club"]
    assert named(school.lives.brief(school.by("bo")).to_set_up) == ["Lincoln Chess Club"]


def test_only_who_works_with_an_old_account_is_told_what_it_lacks(school: School) -> None:
    school.accounts.adopt(school.by("ana"), existing(school.road))
    assert school.lives.brief(school.by("ana")).lacking == ()  # two months are left
    school.road.school.clock.forward(days=30)

    ana, bo = (school.lives.brief(school.by(who)).lacking for who in ("ana", "bo"))

    assert [(one.name, due) for one, due in ana if one.name == "Lincoln Library"] == [
        ("Lincoln Library", date(2027, 1, 15))
    ]
    assert bo == ()


@pytest.mark.demand("BAL-B1c3")
def test_the_approval_shows_what_the_school_carries_already(school: School) -> None:
    first = school.asked()

    second = school.asked()

    carried = {one.account.id: one for one in school.sheet(second).carried}
    assert carried[first].minutes == 45
    assert carried[school.road.x].minutes is None
    assert carried[first].cadence.stage is CadenceStage.RESTING, "it is only asked for"
    assert second not in carried


@pytest.mark.demand("BAL-B1c3")
def test_the_approval_shows_how_long_the_others_have_been_silent(school: School) -> None:
    asked, stages = school.asked(), []
    for days in (0, 30):
        school.road.school.clock.forward(days=days)
        carried = {one.account.id: one.cadence for one in school.sheet(asked).carried}
        stages.append(carried[school.road.x].stage)

    assert stages == [CadenceStage.DUE_SOON, CadenceStage.ABANDONED]


def test_a_kept_log_in_lets_communications_in_where_they_have_a_key(school: School) -> None:
    sheet = school.sheet(school.asked())

    assert sheet.here >= {Role.PRINCIPAL, Role.COMMUNICATIONS}
    assert sheet.mine == {Role.ADMINISTRATOR}
    assert isinstance(school.lives, Lives)


@pytest.mark.demand("WIC-P2")
def test_where_the_policy_wants_a_page_a_profile_never_goes_live(school: School) -> None:
    ana, pack = school.by("ana"), packs()["wichita-ks"]
    form = replace(
        existing(school.road), platform=Platform.FACEBOOK, page="https://www.facebook.com/lincoln_lib"
    )
    account = school.accounts.adopt(ana, form).value
    with school.desk.look(ana) as unit:
        found = unit.accounts.get(account)
        life = life_in(school.road.proof.now(unit), account, pack, TODAY)

    (reason,) = school.lives._page_reasons(found, life, pack)
    ticked = replace(life, ticks={"page": Yes(None, school.desk.now)})

    assert (reason.message.id, reason.citation) == ("accounts.not-a-page", "WIC-P2")
    assert school.lives._page_reasons(found, ticked, pack) == ()
    assert school.lives._page_reasons(found, life, packs()["socorro-tx"]) == ()


@pytest.mark.demand("BAL-C1a")
def test_a_department_s_existing_public_account_isn_t_taken_in(school: School) -> None:
    accounts = Accounts(school.desk, refused=school.lives.refused_kinds)
    form = replace(existing(school.road), kind=AccountKind.DEPARTMENT)

    with pytest.raises(NotAllowed) as refused:
        accounts.adopt(school.by("ana"), form)

    assert [one.citation for one in refused.value.reasons] == ["BAL-C1a"]
    accounts.adopt(school.by("ana"), replace(form, kind=AccountKind.PRIVATE))


def test_what_the_school_carries_is_told_without_opening_what_was_said_of_each(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 2,000 accounts each opened row counts: of those that were asked for, the newest answers alone."""
    opened: list[str] = []
    part = Proven.part

    def counted(proven: Proven, fact: Fact, name: str) -> dict[str, Plain] | None:
        opened.append(fact.body.act)
        return part(proven, fact, name)

    ana, asked = school.by("ana"), school.asked()
    monkeypatch.setattr(Proven, "part", counted)
    first = len(school.sheet(asked).carried)
    before = len(opened)
    for n in range(5):
        form = replace(existing(school.road), handle=f"lincoln_{n}", page=f"https://x.com/lincoln_{n}")
        school.accounts.adopt(ana, form)
    opened.clear()

    carried = school.sheet(asked).carried

    assert len(carried) == first + 5
    assert len(opened) == before
