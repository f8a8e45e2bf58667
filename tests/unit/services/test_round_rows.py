"""Rounds as the record has them."""

from pathlib import Path

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.errors import NotAllowed
from smadmin.domain.handing_over import HAND_OVER_PART, HandOver
from smadmin.domain.rounds import Decision, Standing, round_plain
from smadmin.domain.vocabulary import Act
from smadmin.services.round_rows import decision_of
from tests.commented import commented
from tests.faults.forgeries import sign_row


def test_a_round_that_nobody_finished_is_forgotten_after_a_day(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.decide(school.watched_by())
    school.cards.read(school.road.by("bo"))
    school.rounds.start(school.road.by("bo"), school.road.x)
    with pytest.raises(NotAllowed):
        school.rounds.start(school.road.by("bo"), school.road.x)

    school.pass_days(1.1)

    assert school.sheet().mine is None
    school.rounds.start(school.road.by("bo"), school.road.x)


def test_rows_that_decide_or_finish_nothing_are_passed_over(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.decide(Decision(comments=False))

    sign_row(school.road, school.road.by("ana"), "decide-comments", "rounds", school.road.x, decision={})
    sign_row(school.road, school.road.by("bo"), "end-round", "rounds", school.road.x, round={"spots": ["y"]})

    assert school.sheet().standing is Standing.OFF
    assert school.sheet().watched.rounds == ()


@pytest.mark.demand("BAL-B1f1")
def test_what_was_decided_before_an_account_was_asked_for_anew_is_over(tmp_path: Path) -> None:
    school = commented(tmp_path)
    road = school.road
    school.decide(school.watched_by())
    assert school.sheet().standing is Standing.WATCHED

    asked = AccountRequest(("a" * 9, "b" * 9, "c" * 9, "d" * 9), "Families", 60, False, None, None)
    sign_row(road, road.by("ana"), Act.ASK_ACCOUNT, "accounts", road.x, request=asked.to_plain())

    assert school.sheet().standing is Standing.OFF
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        decided = decision_of(proven, road.x, school.now.date())
    assert decided == Decision(comments=False)


@pytest.mark.demand("BAL-B1f2")
def test_who_looked_nowhere_made_no_round(tmp_path: Path) -> None:
    school = commented(tmp_path)
    school.decide(school.watched_by())

    sign_row(
        school.road, school.road.by("bo"), "end-round", "rounds", school.road.x, round=round_plain((), "")
    )

    assert school.sheet().last_on is None


@pytest.mark.demand("BAL-B1f1")
def test_only_a_hand_over_from_who_looked_lets_another_look(tmp_path: Path) -> None:
    school = commented(tmp_path)
    people = school.road.school.people
    school.decide(school.watched_by("bo"))

    def hand_over(giver: str) -> None:
        handed = HandOver(people[giver], (people["cem"],)).to_plain()
        sign_row(
            school.road,
            school.road.by("pat"),
            Act.HAND_OVER,
            "accounts",
            school.road.x,
            **{HAND_OVER_PART: handed},
        )

    hand_over("ana")
    decision = school.sheet().watched.decision
    assert decision is not None
    assert decision.monitor == people["bo"]

    hand_over("bo")
    decision = school.sheet().watched.decision
    assert decision is not None
    assert decision.monitor == people["cem"]
