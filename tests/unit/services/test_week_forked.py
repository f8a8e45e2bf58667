"""An answer about a week that comes in after an older copy of the record was put back."""

import shutil
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.services.heads import Noted
from smadmin.services.plan import Plan
from smadmin.services.proof import Proof
from smadmin.services.restoring import Restoring
from smadmin.services.week_away import WeekAway, WeekReply
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_week_away import answered, ids, planted, sent


def more_rows(road: Road) -> None:
    slot = road.plan.add(road.by("ana"), road.x, WEEK, "Raffle").value
    road.plan.remove(road.by("ana"), slot.id)


def put_back(road: Road, copy: Path) -> None:
    """Put an older copy in the store's place, and let the principal go on with it."""
    school = road.school
    school.note()
    school.rest()
    for left in ("store.db-wal", "store.db-shm"):
        (school.folder / left).unlink(missing_ok=True)
    shutil.copy(copy, school.folder / "store.db")
    road.proof = Proof(school.desk, lambda: Noted(school.heads.kept()))
    school.desk.newest = school.desk.timeline = None
    school.desk.proven = road.proof.trust
    Restoring(school.desk, road.proof).sign(road.by("pat"))
    with school.desk.look() as unit:
        school.heads.move_back(unit.record.head())
    road.plan = Plan(school.desk, road.reader, road.proof)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    road = make_road(tmp_path / "school", signed=False)
    road.school.note()
    road.school.rest()
    shutil.copy(road.school.folder / "store.db", tmp_path / "old.db")
    for _ in range(3):
        more_rows(road)
    return road


def test_an_answer_of_before_outlives_no_withdrawal(road: Road, tmp_path: Path) -> None:
    """Its place is reached again, by other rows: the withdrawal stands before it there."""
    away = WeekAway(road.school.desk, road.proof)
    reply = answered(road, away, tmp_path)
    put_back(road, tmp_path / "old.db")
    road.plan.sign_week(road.by("pat"), WEEK)
    road.plan.withdraw_week(road.by("pat"), WEEK)
    for _ in range(4):
        more_rows(road)

    with pytest.raises(NotAllowed) as refused:
        WeekAway(road.school.desk, road.proof).take_in(road.by("ana"), reply)
    planted(road, reply)

    assert ids(refused) == ["weeksign.other-copy"]
    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_nor_is_what_was_asked_there_and_signed_since_taken_in(road: Road, tmp_path: Path) -> None:
    visit = sent(road, WeekAway(road.school.desk, road.proof), tmp_path)
    put_back(road, tmp_path / "old.db")
    for _ in range(4):
        more_rows(road)
    away = WeekAway(road.school.desk, road.proof)
    answer = tmp_path / "answer.smweek"
    answer.write_bytes(away.sign(road.by("pat"), visit))
    reply = away.open(road.by("ana"), answer)
    assert isinstance(reply, WeekReply)

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), reply)

    assert ids(refused) == ["weeksign.other-copy"]
