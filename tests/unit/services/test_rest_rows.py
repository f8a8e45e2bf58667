"""What lets an account rest, planted past the program, is found by proving the record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Account, AccountStage
from smadmin.domain.cadence import Pause, PauseKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.clocks import Clocks
from smadmin.services.excuses import Excuses
from tests.road import Road, make_road

LIVE, TODAY = date(2026, 11, 2), date(2026, 11, 16)
FAR = TODAY + timedelta(days=60)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def excuses(road: Road) -> Excuses:
    return Excuses(road.school.desk, road.proof)


def by_hand(road: Road, change: Callable[[Account], Account]) -> None:
    """Write an account past the program: no row tells of it."""
    with road.school.desk.store.deed(road.school.id, None) as unit:
        unit.accounts.change(change(unit.accounts.get(road.x)))


def faults(road: Road) -> list[str]:
    road.school.note()
    verdict = road.school.records.verify(by=road.by("pat"), noted=road.school.noted)
    return [one.message.id for one in verdict.faults]


FORGED: dict[str, Callable[[Account], Account]] = {
    "an excuse": lambda one: replace(one, pauses=(Pause(PauseKind.EXCUSE, TODAY, FAR),)),
    "a hold that is over": lambda one: replace(one, pauses=(Pause(PauseKind.HOLD, LIVE, TODAY),)),
    "a hold": lambda one: replace(one, stage=AccountStage.ON_HOLD),
    "a closed account": lambda one: replace(one, stage=AccountStage.CLOSED),
    "another first day": lambda one: replace(one, live_since=TODAY + timedelta(days=1)),
    "no first day": lambda one: replace(one, live_since=None),
}


@pytest.mark.parametrize("forged", FORGED)
def test_proving_the_record_finds_an_account_that_rests_without_a_signature(road: Road, forged: str) -> None:
    assert faults(road) == []

    by_hand(road, FORGED[forged])

    assert faults(road) == ["records.rests-unsigned"]


def test_a_longer_excuse_than_the_signed_one_is_found(road: Road, excuses: Excuses) -> None:
    excuses.excuse(road.by("pat"), road.x, until=TODAY + timedelta(days=5), why="The coach is ill")
    assert faults(road) == []

    by_hand(road, lambda one: replace(one, pauses=(Pause(PauseKind.EXCUSE, TODAY, FAR),)))

    assert faults(road) == ["records.rests-unsigned"]


def test_an_excuse_that_was_taken_back_is_found_when_it_comes_again(road: Road, excuses: Excuses) -> None:
    excuses.excuse(road.by("pat"), road.x, until=FAR, why="The coach is ill")
    with road.school.desk.look() as unit:
        excused = unit.accounts.get(road.x).pauses
    excuses.end(road.by("pat"), road.x)
    assert faults(road) == []

    by_hand(road, lambda one: replace(one, pauses=excused))

    assert faults(road) == ["records.rests-unsigned"]


def test_holds_and_excuses_of_the_program_are_no_fault(road: Road, excuses: Excuses) -> None:
    accounts, pat = Accounts(road.school.desk), road.by("pat")
    accounts.hold(pat, road.x, why="A strange post")
    road.school.clock.forward(days=3)
    Clocks(road.school.desk, road.proof).vouch(road.by("pat"))
    accounts.go_on(road.by("pat"), road.x, why="It was ours")
    excuses.excuse(road.by("pat"), road.x, until=TODAY + timedelta(days=20), why="The coach is ill")
    excuses.excuse(road.by("pat"), road.x, until=TODAY + timedelta(days=9), why="Only till next week")
    accounts.close(road.by("pat"), road.facebook, why="Nobody reads it")

    assert faults(road) == []


def test_an_own_promise_that_was_loosened_is_found(road: Road) -> None:
    with road.school.desk.deed(road.by("pat")) as deed:
        stricter = replace(deed.unit.accounts.get(road.x), promised_days=3)
        deed.unit.accounts.change(stricter)
        deed.record(Act.CHANGE, Noun.ACCOUNTS, road.x, parts={"account": stricter.to_plain()})
    assert faults(road) == []

    by_hand(road, lambda one: replace(one, promised_days=None))

    assert faults(road) == ["records.rests-unsigned"]


def test_an_account_that_is_gone_is_found(road: Road) -> None:
    with road.school.desk.store.deed(road.school.id, None) as unit:
        unit.accounts.remove(road.x)

    assert faults(road) == ["records.accounts-gone"]
