"""A row that somebody changed outside the program is said to be that, never an unknown error."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import Tampered
from tests.faults.forgeries import sql
from tests.road import make_road

SPOILT = ("x'00'", "'x'", "7", "x'5b5d'", "CAST('{\"id\":7}' AS BLOB)", "zeroblob(0)")


@pytest.mark.parametrize(
    ("table", "body"), [*(("school", one) for one in SPOILT), ("account", SPOILT[0]), ("slot", SPOILT[0])]
)
def test_a_plain_row_that_isn_t_one_is_told_as_changed(tmp_path: Path, table: str, body: str) -> None:
    road = make_road(tmp_path)
    sql(road, f"UPDATE {table} SET body = {body}")

    with road.school.desk.look() as unit, pytest.raises(Tampered):
        _ = unit.schools.all(), unit.accounts.all(), unit.slots.all()


def test_a_school_in_no_time_zone_is_told_as_changed(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    sql(
        road, """UPDATE school SET body = CAST(replace(CAST(body AS TEXT), 'America/', 'Nowhere/') AS BLOB)"""
    )

    with road.school.desk.look() as unit, pytest.raises(Tampered):
        unit.schools.all()


def test_a_list_of_those_who_may_act_that_isn_t_one_is_told_as_changed(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    sql(road, "UPDATE person SET body = 7")

    with road.school.desk.look() as unit, pytest.raises(Tampered):
        unit.trust.read()


def test_only_rows_since_a_moment_are_read(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    road.draft()
    road.school.clock.forward(hours=1)
    later, now = road.draft(), road.school.desk.now
    with road.school.desk.look(road.by("ana")) as unit:
        assert unit.posts.find_since("edited_at", now, stage="draft") == (later,)
        assert unit.posts.find_since("edited_at", now, stage="released") == ()
        assert unit.posts.find_since("edited_at", now + timedelta(milliseconds=1)) == ()


def test_the_photos_of_a_folder_are_found_without_going_through_all(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    with road.school.desk.look(road.by("ana")) as unit:
        connection = unit._connection
        sa.event.listen(connection, "before_cursor_execute", note)
        unit.photos.find(set_id="folder")
        unit.photos.find_again({}, set_id="folder")
        unit.photos.named(set_id="folder")
        sa.event.remove(connection, "before_cursor_execute", note)
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one}", given).all() for one, given in asked]  # type: ignore[arg-type]  # as the driver was given them

    assert len(plans) == 3
    assert all("ix_photo_set_id" in str(plan[0][3]) for plan in plans)


def test_for_showing_only_rows_that_changed_are_opened_again(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    kept, changed, gone = road.draft(), road.draft(), road.draft()
    with road.school.desk.deed(road.by("ana")) as deed:
        now = deed.unit.posts.change(changed)
        deed.unit.posts.remove(gone.id)
    new = road.draft()

    with road.school.desk.look(road.by("ana")) as unit:
        found = unit.posts.find_again({one.id: one for one in (kept, changed, gone)}, stage="draft")

    assert found == (kept, now, new)
    assert found[0] is kept
