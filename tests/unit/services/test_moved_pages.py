"""Whose a page stays that an account was live on: closing it, or moving it first, takes it from no school."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountForm, AccountStage
from smadmin.domain.errors import NotAllowed
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.district_hand import DistrictHand
from tests.faults.forgeries import sign_row, sql
from tests.unit.services.test_twins import Two, unasked

HERE = {"handle": "lincoln_es", "page": "https://x.com/lincoln_es"}
ELSEWHERE = {"handle": "elsewhere", "page": "https://x.com/elsewhere"}


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def district(two: Two) -> AccountForm:
    return replace(two.form(**HERE), kind=AccountKind.DISTRICT)


def move(two: Two, by: str, **to: str) -> None:
    two.accounts.change(two.road.by(by), two.accounts.get(two.road.x), two.form(**to))


@pytest.mark.demand("BAL-A2")
def test_what_is_closed_is_changed_into_nothing_else(two: Two) -> None:
    cem, x = two.road.by("cem"), two.road.x
    two.accounts.close(cem, x, why="ours now")

    with pytest.raises(NotAllowed, match=r"accounts\.closed-stays"):
        move(two, "cem", **ELSEWHERE)
    assert [one.message.id for one in two.accounts.change_blockers(cem, x)] == ["accounts.closed-stays"]

    sign_row(two.road, cem, Act.CHANGE, Noun.ACCOUNTS, x, account=two.form(**ELSEWHERE).to_plain())
    with pytest.raises(NotAllowed, match=r"accounts\.twin-closed"):
        two.accounts.adopt(cem, district(two))


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("closed", [True, False])
def test_communications_takes_no_page_by_moving_the_schools_account_first(
    two: Two, monkeypatch: pytest.MonkeyPatch, *, closed: bool
) -> None:
    cem = two.road.by("cem")
    move(two, "cem", **ELSEWHERE)
    if closed:
        two.accounts.close(cem, two.road.x, why="over")

    with pytest.raises(NotAllowed, match=r"accounts\.twin-moved"):
        two.accounts.adopt(cem, district(two))
    unasked(monkeypatch)
    taken = two.accounts.adopt(cem, district(two)).value
    two.accounts.designate(cem, taken, two.road.school.people["cem"])
    two.accounts.go_live(cem, taken, handle_seen="lincoln_es")

    assert two.doubts(taken) == ["approvals.account-twin"]


@pytest.mark.demand("BAL-A2")
def test_nor_is_it_free_for_having_been_entered_beside_it(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as changed:
        unasked(changed)
        taken = two.accounts.adopt(two.road.by("cem"), district(two)).value

    move(two, "cem", **ELSEWHERE)

    assert two.doubts(taken) == ["approvals.account-twin"]


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize("by", ["pat", "ana"])
def test_a_page_that_the_schools_own_people_left_is_free(two: Two, by: str) -> None:
    move(two, by, **ELSEWHERE)

    taken = two.accounts.adopt(two.road.by("cem"), district(two)).value

    assert two.doubts(taken) == []


def test_the_school_itself_adds_again_what_communications_moved(two: Two) -> None:
    move(two, "cem", **ELSEWHERE)

    again = two.accounts.adopt(two.road.by("ana"), two.form(**HERE)).value

    assert two.doubts(again) == []


@pytest.mark.demand("BAL-B1f4")
def test_changing_the_handle_escapes_no_hold(two: Two) -> None:
    ana, cem, x = two.road.by("ana"), two.road.by("cem"), two.road.x
    move(two, "ana", **ELSEWHERE)
    assert two.accounts.get(x).stage is AccountStage.SET_UP

    two.accounts.hold(cem, x, why="stop")

    assert two.accounts.get(x).stage is AccountStage.ON_HOLD
    with pytest.raises(NotAllowed):
        two.accounts.go_live(ana, x, handle_seen="elsewhere")
    two.accounts.go_on(cem, x, why="fine")
    assert two.accounts.get(x).stage is AccountStage.SET_UP
    two.accounts.go_live(ana, x, handle_seen="elsewhere")
    assert two.doubts(x) == []


def test_what_was_pinned_as_another_goes_live_again_by_a_leader(two: Two) -> None:
    ana, pat, x = two.road.by("ana"), two.road.by("pat"), two.road.x
    move(two, "ana", **ELSEWHERE)
    two.accounts.go_live(pat, x, handle_seen="elsewhere")
    move(two, "ana", **HERE)

    with pytest.raises(NotAllowed, match=r"accounts\.office-only"):
        two.accounts.go_live(ana, x, handle_seen="lincoln_es")

    two.accounts.go_live(pat, x, handle_seen="lincoln_es")
    assert two.doubts(x) == []


@pytest.mark.demand("BAL-B1f4")
def test_changing_the_handle_escapes_no_stop_of_all(two: Two) -> None:
    hand, cem = DistrictHand(two.road.school.desk, two.road.proof), two.road.by("cem")
    move(two, "ana", **ELSEWHERE)

    hand.hold_all(cem, why="stop")
    assert two.accounts.get(two.road.x).stage is AccountStage.ON_HOLD
    hand.go_on_all(cem, why="fine")

    assert two.accounts.get(two.road.x).stage is AccountStage.SET_UP
    assert two.accounts.get(two.road.facebook).stage is AccountStage.LIVE


def test_what_never_was_live_is_held_by_nobody(two: Two) -> None:
    with pytest.raises(NotAllowed, match=r"accounts\.not-now"):
        Accounts(two.road.school.desk).hold(two.road.by("cem"), two.club, why="stop")


def test_going_on_makes_nothing_live_that_became_another_while_it_was_held(two: Two) -> None:
    two.accounts.hold(two.road.by("pat"), two.road.x, why="hacked")
    move(two, "ana", **ELSEWHERE)

    two.accounts.go_on(two.road.by("pat"), two.road.x, why="fine")

    assert two.accounts.get(two.road.x).stage is AccountStage.SET_UP
    swapped = """replace(body, '"stage":"set-up"', '"stage":"live"')"""
    sql(two.road, f"UPDATE account SET body = CAST({swapped} AS BLOB) WHERE id = '{two.road.x}'")
    assert "approvals.account-stage" in two.doubts(two.road.x)
