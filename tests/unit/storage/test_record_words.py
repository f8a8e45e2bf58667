"""The index of the record's rows: who asks it goes through a thing's few rows, never through the record."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.record_words import act_key, date_key, person_key
from tests.school import make_school


def test_no_question_goes_through_the_whole_record(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    asked: list[tuple[str, Any]] = []
    with school.store.deed(school.id) as unit:
        zone = unit.schools.get(school.id).zone
        unit.record_words.take(unit.schools.get(school.id), 1_000)
    engine = school.store._engine
    sa.event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))

    with school.store.look(school.id) as unit:
        index, head = unit.record_words, unit.record.head().seq
        assert index.upto(zone) == head
        asked.clear()
        assert index.rows_at((head, head + 7))[0].seq == head
        index.rows_about([f"thing{n}" for n in range(200)], 50)
        assert index.rows_after(head, 50) == ()
        unit.record.about(Noun.SLOTS, "thing")
        unit.record.of_act(Noun.SLOTS, Act.ADD_SLOT, ["thing"])
        plans = [
            str(row)
            for query, values in tuple(asked)
            for row in unit._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        ]

    searches = [one for one in plans if "record_row" in one]
    assert len(searches) == 5
    assert not [one for one in searches if "SCAN" in one]
    assert not [one for one in searches if "(school_id=?)" in one]


def test_rows_are_found_by_every_key_and_the_newest_first(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    with school.store.deed(school.id) as unit:
        unit.record_words.take(unit.schools.get(school.id), 1_000)
        head = unit.record.head().seq
        rows = unit.record_words.rows_after(0, 1_000)
        newest = rows[0]

        found = unit.record_words.find(
            [[act_key(newest.noun, newest.act)], [person_key(newest.person), person_key("nobody")]], 100
        )
        expected = [one.seq for one in rows if (one.noun, one.act) == (newest.noun, newest.act)]
        assert list(found) == [seq for seq in expected if rows[head - seq].person == newest.person]
        assert len(unit.record_words.find([[date_key("year", 2026)]], 2)) == 2
        assert unit.record_words.find([[date_key("year", 1999)]], 2) == ()
        assert unit.record_words.find([[date_key("year", 2026)], []], 2) == ()


def test_an_index_of_another_record_or_of_other_days_begins_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    with school.store.deed(school.id) as unit:
        unit.record_words.take(unit.schools.get(school.id), 1_000)
        zone, head = str(unit.schools.get(school.id).zone), unit.record.head().seq
        assert unit.record_words.upto(zone) == head
        assert unit.record_words.upto("Asia/Tokyo") == 0

        unit._connection.exec_driver_sql("UPDATE record_row SET row_hash = x'00' WHERE seq = ?", (head,))
        assert unit.record_words.upto(zone) == 0
        unit._connection.exec_driver_sql("DELETE FROM record_row WHERE seq = ?", (head,))
        assert unit.record_words.upto(zone) == 0
