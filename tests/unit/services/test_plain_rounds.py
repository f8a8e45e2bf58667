"""Late rounds as a closed window knows them: by signed rows alone, no key opened."""

from pathlib import Path

import pytest

from smadmin.domain.rounds import Decision
from smadmin.domain.vocabulary import Noun
from smadmin.services.clocks import Clocks
from smadmin.services.warnings import Warnings
from tests.commented import Commented, commented
from tests.faults.forgeries import sql


def late(school: Commented) -> list[str]:
    return [one.id for one in Warnings(school.road.school.desk, school.road.reader).look().rounds]


def wait(school: Commented, days: int) -> None:
    """Let days pass, and say that the date is right."""
    school.pass_days(days)
    Clocks(school.road.school.desk, school.road.proof).vouch(school.road.by("pat"))


@pytest.fixture
def school(tmp_path: Path) -> Commented:
    made = commented(tmp_path)
    made.decide(made.watched_by())
    made.cards.read(made.road.by("bo"))
    return made


@pytest.mark.demand("BAL-B1f2")
def test_a_round_that_is_late_is_told_until_somebody_looks(school: Commented) -> None:
    assert late(school) == []
    school.round()
    assert late(school) == []

    wait(school, days=14)
    assert late(school) == [school.road.x]
    school.round()
    assert late(school) == []


def test_after_a_decision_nobody_is_called_that_may_have_turned_them_off(school: Commented) -> None:
    school.round()
    wait(school, days=14)
    school.decide(Decision(comments=False))
    assert late(school) == []


def test_a_row_that_nobody_signed_hushes_nothing(school: Commented) -> None:
    school.round()
    wait(school, days=14)
    with school.road.school.desk.look() as unit:
        ended, head = unit.record.about(Noun.ROUNDS, school.road.x)[-1].seq, unit.record.head().seq
    told = f"(SELECT noun, act, noun_id FROM record_row WHERE seq = {ended})"
    sql(school.road, f"UPDATE record_row SET (noun, act, noun_id) = {told} WHERE seq = {head - 1}")
    assert late(school) == [school.road.x]
