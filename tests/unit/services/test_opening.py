"""From asked to live: in the policy's order, by signed rows, and by nothing that was forged."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountStage
from smadmin.domain.errors import NotAllowed
from smadmin.domain.lives import RIGHTS
from smadmin.domain.media import MediaFile
from smadmin.domain.people import Role
from smadmin.domain.set_up import SetUpItem
from smadmin.domain.turns import Given
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.lives import Lives
from tests.faults.forgeries import sql
from tests.openings import TODAY, YESTERDAY, School


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def edit(school: School, stage: str) -> None:
    """Put accounts that were asked for into another stage, as whoever holds the file can."""
    body = f"""replace(CAST(body AS TEXT), '"asked"', '"{stage}"')"""
    sql(school.road, f"UPDATE account SET body = CAST({body} AS BLOB)")


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [one.message.id for one in refused.value.reasons]


@pytest.mark.demand("YEL-A1")
@pytest.mark.demand("WIC-P8")
@pytest.mark.demand("SOC-C1")
@pytest.mark.demand("BLO-IV-D1")
@pytest.mark.demand("BAL-B1c3")
def test_an_account_goes_from_asked_to_live(school: School) -> None:
    account = school.asked()
    assert school.accounts.get(account).stage is AccountStage.ASKED

    school.opening.approve(school.by("pat"), account)
    assert school.accounts.get(account).stage is AccountStage.ASKED
    school.opening.approve(school.by("cem"), account)
    assert school.accounts.get(account).stage is AccountStage.SET_UP
    school.hand.confirm(school.by("cem"), account)
    school.tick_all(account)
    school.go_live(account)

    assert school.accounts.get(account).stage is AccountStage.LIVE
    assert school.doubts(account) == []
    assert school.road.school.records.verify(root=school.road.school.root.key).whole


@pytest.mark.demand("BAL-A2")
def test_the_principal_s_yes_names_the_administrator(school: School) -> None:
    account = school.asked()
    bo = school.road.school.people["bo"]

    school.opening.approve(school.by("pat"), account)

    with school.desk.look() as unit:
        assert Role.ADMINISTRATOR in unit.trust.read().roles(bo, TODAY, account)


@pytest.mark.demand("YEL-A1")
def test_nobody_but_the_principal_says_yes_first(school: School) -> None:
    account, refusals = school.asked(), []

    for who in ("cem", "ana", "bo"):
        with pytest.raises(NotAllowed) as refused:
            school.opening.approve(school.by(who), account)
        refusals += ids(refused)

    assert refusals == ["accounts.not-your-turn"] * 3
    assert school.sheet(account).life.yeses == ()


@pytest.mark.demand("YEL-A1")
@pytest.mark.demand("YEL-A2")
def test_nothing_goes_live_before_its_turn(school: School) -> None:
    account = school.asked()
    lacking = []
    for step in (
        lambda: None,
        lambda: school.opening.approve(school.by("pat"), account),
        lambda: school.opening.approve(school.by("cem"), account),
        lambda: school.hand.confirm(school.by("cem"), account),
    ):
        step()
        with pytest.raises(NotAllowed) as refused:
            school.go_live(account)
        lacking.append(ids(refused)[0])

    assert lacking == ["accounts.not-now", "accounts.not-now", "accounts.no-rights", "accounts.not-set-up"]


def test_a_stage_that_was_edited_opens_no_account(school: School) -> None:
    account = school.asked()
    edit(school, "set-up")
    assert school.accounts.get(account).stage is AccountStage.SET_UP

    with pytest.raises(NotAllowed) as refused:
        school.go_live(account)

    assert ids(refused)[0] == "accounts.not-approved"


def test_what_was_edited_to_live_posts_nothing(school: School) -> None:
    account = school.asked()

    edit(school, "live")

    assert school.accounts.get(account).blockers() == ()
    assert school.doubts(account) == ["approvals.account-stage"]


def test_a_yes_signed_by_the_wrong_key_is_refused_at_the_desk_and_one_in_the_table_is_noticed(
    school: School,
) -> None:
    account = school.asked()
    with school.desk.deed(school.by("ana")) as deed, pytest.raises(NotAllowed):
        deed.record(Act.APPROVE_ACCOUNT, Noun.ACCOUNTS, account)

    school.opening.approve(school.by("pat"), account)
    school.opening.approve(school.by("cem"), account)
    ana, cem = (school.road.school.people[one] for one in ("ana", "cem"))
    forged = f"replace(CAST(body AS TEXT), '{cem}', '{ana}')"
    where = "CAST(body AS TEXT) LIKE '%approve-account%'"
    sql(school.road, f"UPDATE record_row SET body = CAST({forged} AS BLOB) WHERE {where}")
    fresh = type(school.road.proof)(school.desk, lambda: school.road.school.noted)
    lives = Lives(school.desk, school.road.reader, fresh)

    with school.desk.look(school.by("ana")) as unit:
        (reason,) = lives.live_blockers(unit, school.by("ana"), unit.accounts.get(account))
    assert reason.message.id == "accounts.life-unproven"


def test_going_live_by_a_row_of_one_s_own_counts_for_nothing_without_a_yes(school: School) -> None:
    account = school.asked()
    with school.desk.deed(school.by("ana")) as deed:  # as another program with Ana's key could
        found = deed.unit.accounts.get(account)
        deed.unit.accounts.change(replace(found, stage=AccountStage.LIVE))
        deed.record(Act.GO_LIVE, Noun.ACCOUNTS, account)

    assert "approvals.account-stage" in school.doubts(account)


@pytest.mark.demand("WIC-P8")
def test_what_was_said_outside_is_entered_by_somebody_else(school: School) -> None:
    account = school.asked()
    yes = Given("principal", "Pat Winters", "letter", YESTERDAY)

    def letter() -> MediaFile:
        return school.road.media.seal(b"a picture of a letter", "image")

    with pytest.raises(NotAllowed) as own:
        school.opening.enter(school.by("ana"), account, yes, letter())
    with pytest.raises(NotAllowed) as early:
        school.opening.enter(school.by("bo"), account, replace(yes, step="communications"), letter())
    for given in (yes, replace(yes, step="communications")):
        school.opening.enter(school.by("bo"), account, given, letter())
    school.opening.enter(school.by("bo"), account, replace(yes, step=RIGHTS))

    assert (ids(own), ids(early)) == (["accounts.entered-by-other"], ["accounts.not-your-turn"])
    life = school.sheet(account).life
    assert life.approved
    assert life.rights is not None
    assert (life.yeses[0].said_by, life.yeses[0].day) == ("Pat Winters", YESTERDAY)


def test_a_scan_lies_with_what_was_entered(school: School) -> None:
    account, bo = school.asked(), school.by("bo")
    letter = school.road.media.seal(b"a picture of a letter", "image")

    school.opening.enter(bo, account, Given("principal", "Pat Winters", "letter", YESTERDAY), letter)

    (said,) = school.sheet(account).life.yeses
    assert said.scan == letter.id
    assert school.road.media.open(bo, letter.id) == b"a picture of a letter"


def test_what_was_said_outside_has_a_name_a_way_and_a_day(school: School) -> None:
    account = school.asked()

    with pytest.raises(NotAllowed) as refused:
        school.opening.enter(
            school.by("bo"), account, Given("principal", "Pat", "shouting", date(2030, 1, 1))
        )

    assert ids(refused) == [
        "accounts.said-by-missing",
        "accounts.how-missing",
        "accounts.day-ahead",
        "accounts.scan-missing",
    ]


@pytest.mark.demand("BAL-I")
@pytest.mark.demand("BAL-C1a")
@pytest.mark.demand("BAL-B1d2")
@pytest.mark.demand("BAL-B1d1")
@pytest.mark.demand("SOC-P1")
def test_what_can_t_be_an_account_of_the_school_isn_t_asked_for(school: School) -> None:
    ana, refusals = school.by("ana"), {}
    for changed, message in (
        ({"kind": AccountKind.PERSONAL}, "accounts.kind-personal"),
        ({"kind": AccountKind.DEPARTMENT}, "accounts.kind-refused-department"),
        ({"name": "Chess Kings"}, "accounts.name-not-school"),
        ({"name": "LE Chess"}, "accounts.name-initials"),
        ({"name": "Lincoln Chess with Bo Lindqvist"}, "accounts.name-person"),
        ({"login": "chess@gmail.com"}, "accounts.login-personal"),
        ({"principal": None}, "accounts.not-a-principal"),
    ):
        found = school.opening.ask_blockers(ana, school.form(**changed), school.request())
        refusals[message] = [one.message.id for one in found]

    assert refusals == {message: [message] for message in refusals}
    with pytest.raises(NotAllowed):
        school.opening.ask(ana, school.form(kind=AccountKind.PERSONAL), school.request())


@pytest.mark.demand("YEL-A5")
def test_a_reviewer_asks_too_and_an_answer_is_missed(school: School) -> None:
    with pytest.raises(NotAllowed) as refused:
        school.opening.ask(school.by("bo"), school.form(), school.request(answers=(), administrator=None))

    assert ids(refused) == [*["accounts.answer-missing"] * 4, "accounts.administrator-missing"]
    assert school.asked("bo")


def test_asking_again_takes_every_yes_back(school: School) -> None:
    account = school.approved()

    school.opening.answer(school.by("ana"), account, school.request(minutes=10))

    assert school.sheet(account).life.yeses == ()
    assert school.accounts.get(account).stage is AccountStage.ASKED


@pytest.mark.demand("YEL-A2")
def test_only_communications_says_that_it_can_get_in(school: School) -> None:
    account = school.approved()

    with pytest.raises(NotAllowed) as refused:
        school.hand.confirm(school.by("pat"), account)

    assert ids(refused) == ["powers.communications-only"]


def test_a_tick_stands_with_who_and_when_and_goes_again(school: School) -> None:
    account = school.approved()
    school.opening.tick(school.by("ana"), account, SetUpItem.PICTURE)
    ticked = school.sheet(account).life.ticks[SetUpItem.PICTURE]
    assert (ticked.person, ticked.at) == (school.road.school.people["ana"], school.desk.now)

    school.opening.untick(school.by("ana"), account, SetUpItem.PICTURE)
    assert school.sheet(account).life.ticks == {}
    with pytest.raises(NotAllowed):
        school.opening.tick(school.by("bo"), school.asked(), SetUpItem.PICTURE)


def test_nothing_of_the_list_is_ticked_before_everybody_said_yes(school: School) -> None:
    account = school.asked()
    school.opening.approve(school.by("pat"), account)

    for deed in (school.opening.tick, school.opening.untick):
        with pytest.raises(NotAllowed) as early:
            deed(school.by("ana"), account, SetUpItem.PICTURE)
        assert ids(early) == ["accounts.tick-later"]
    school.opening.approve(school.by("cem"), account)
    school.opening.tick(school.by("ana"), account, SetUpItem.PICTURE)


def test_a_request_is_sent_back_with_a_sentence_and_asked_anew(school: School) -> None:
    account, pat = school.asked("bo"), school.by("pat")
    with pytest.raises(NotAllowed) as early:
        school.opening.decline(school.by("cem"), account, "Not now")

    school.opening.decline(pat, account, "Who reads the comments in July?")

    life = school.sheet(account).life
    assert ids(early) == ["accounts.not-your-turn"]
    assert life.declined is not None
    assert life.declined.why == "Who reads the comments in July?"
    assert [one.name for one in school.lives.brief(school.by("bo")).sent_back] == ["Lincoln Chess Club"]
    with pytest.raises(NotAllowed):
        school.opening.approve(pat, account)
    school.opening.answer(school.by("bo"), account, school.request(minutes=30))
    school.opening.approve(pat, account)
    assert len(school.sheet(account).life.yeses) == 1
