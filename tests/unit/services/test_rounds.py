"""Rounds through comments: decided, started, finished, late."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.errors import NotAllowed
from smadmin.domain.rounds import Decision, Spot, Standing
from smadmin.domain.vocabulary import Act, Noun
from tests.commented import commented


def places(refused: pytest.ExceptionInfo[NotAllowed]) -> list[str | None]:
    return [one.place for one in refused.value.reasons]


@pytest.mark.demand("BAL-B1f1")
def test_comments_are_decided_on_and_being_on_without_a_monitor_is_warned_of(tmp_path: Path) -> None:
    school = commented(tmp_path)
    assert school.sheet().standing is Standing.UNDECIDED
    assert [one.account.id for one in school.rounds.due(school.road.by("ana"))]

    school.decide(Decision(comments=True))
    assert school.sheet().standing is Standing.UNWATCHED
    school.decide(Decision(comments=False, monitor=school.road.school.people["bo"]))
    off = school.sheet()
    assert (off.standing, off.watched.decision, off.asks) == (Standing.OFF, Decision(comments=False), False)
    school.decide(school.watched_by())

    watched = school.sheet()
    assert (watched.standing, watched.monitor, watched.days) == (Standing.WATCHED, "Bo Lindqvist", 2)
    with pytest.raises(NotAllowed) as refused:
        school.decide(replace(school.watched_by(), every_days=9))
    assert places(refused) == ["days"]
    with pytest.raises(NotAllowed):
        school.decide(Decision(comments=False), by="bo")


@pytest.mark.demand("BAL-B1f1")
def test_what_was_answered_when_the_account_was_asked_for_is_the_decision_until_another_one(
    tmp_path: Path,
) -> None:
    school = commented(tmp_path)
    road, bo = school.road, school.road.school.people["bo"]
    request = AccountRequest(("a" * 9, "b" * 9, "c" * 9, "d" * 9), "Families", 60, True, bo, None)
    with road.school.desk.deed(road.by("ana")) as deed:
        deed.record(Act.ASK_ACCOUNT, Noun.ACCOUNTS, road.x, parts={"request": request.to_plain()})

    assert (school.sheet().standing, school.sheet().monitor) == (Standing.WATCHED, "Bo Lindqvist")
    school.decide(Decision(comments=False))
    assert school.sheet().standing is Standing.OFF


@pytest.mark.demand("BAL-B1f5")
@pytest.mark.demand("WIC-P3")
def test_a_round_begins_after_the_cards_were_read_and_is_read_again_a_year_later(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="wichita-ks")
    school.decide(school.watched_by())
    bo = school.road.by("bo")
    with pytest.raises(NotAllowed) as refused:
        school.rounds.start(bo, school.road.x)
    assert places(refused) == ["cards"]

    school.cards.read(bo)
    school.round(note="One question, entered.")

    sheet = school.sheet()
    assert (sheet.last_by, sheet.last_on, sheet.mine) == ("Bo Lindqvist", school.now.date(), None)
    assert [one.note for one in sheet.watched.rounds] == ["One question, entered."]
    school.pass_days(366)
    with pytest.raises(NotAllowed) as refused:
        school.rounds.start(school.road.by("bo"), school.road.x)
    assert places(refused) == ["cards"]


@pytest.mark.demand("SOC-R1")
@pytest.mark.demand("SOC-M5")
def test_a_round_lists_where_to_look_and_ends_once_messages_were_looked_at_too(tmp_path: Path) -> None:
    school = commented(tmp_path, policy="socorro-tx")
    school.decide(school.watched_by())
    bo, x = school.road.by("bo"), school.road.x
    school.cards.read(bo)
    assert set(school.sheet().places) == set(Spot)
    assert school.sheet().places[Spot.MESSAGES].startswith("https://x.com/messages")
    school.rounds.start(bo, x)

    assert school.sheet().mine is not None
    with pytest.raises(NotAllowed) as refused:
        school.rounds.end(bo, x, {Spot.COMMENTS, Spot.MENTIONS})
    assert places(refused) == [Spot.MESSAGES.value]
    with pytest.raises(NotAllowed):
        school.rounds.end(school.road.by("ana"), x, set(Spot))  # it isn't hers
    school.rounds.end(bo, x, set(Spot))
    assert school.sheet().mine is None


@pytest.mark.demand("BAL-B1f2")
def test_a_late_round_is_shown_and_told_to_its_monitor_then_to_whoever_runs_the_account(
    tmp_path: Path,
) -> None:
    school = commented(tmp_path, policy="baltimore-city-md")
    school.decide(school.watched_by())

    def told(name: str) -> bool:
        return any(one.account.id == school.road.x for one in school.rounds.due(school.road.by(name)))

    assert not told("bo")
    school.pass_days(2)  # a Wednesday
    kept = school.sheet().kept
    assert kept is not None
    assert kept.stage is CadenceStage.DUE_SOON
    assert (told("bo"), told("ana")) == (True, False)
    school.pass_days(1)
    kept = school.sheet().kept
    assert kept is not None
    assert kept.stage is CadenceStage.OVERDUE
    assert (told("bo"), told("ana")) == (True, True)
    school.cards.read(school.road.by("bo"))
    school.round()
    assert (told("bo"), told("ana")) == (False, False)
