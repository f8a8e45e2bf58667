"""Rows of the record by act, person, date, number and thing: those that a look at each finds."""

from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.searching import asked_of, fits, words_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services import search
from smadmin.services.office import Office
from smadmin.storage import schema
from tests.unit.services.looking import MONTHS, WORDS, by_of, draft, looking


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return looking(tmp_path)


def test_rows_are_those_that_a_look_at_each_finds(office: Office) -> None:
    with office.desk.look() as unit:
        names = {str(one.id): one.name for one in unit.trust.read().people.values()}
        school, rows = unit.schools.get(unit.school), list(unit.record.rows())
        upto = unit.record_words.upto(str(school.zone))
    assert upto == len(rows)
    draft(office, "nothing that any row is about")  # the index is as it was
    with office.desk.deed(by_of(office)) as deed:
        deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, None)  # one row that it doesn't have yet
    with office.desk.look() as unit:
        rows = list(unit.record.rows())

    def plainly(asked: str) -> list[int]:
        fitting = []
        for row in rows:
            day = school.local(datetime.fromisoformat(row.utc))
            who = names.get(row.person or "", "program")
            said = (
                f"{row.act} {row.noun} {who} {MONTHS.split()[day.month - 1]} {day.day} {day.year} {row.seq}"
            )
            exact = {str(day.day), str(day.year), str(row.seq)}
            if all(
                word in exact if word.isdecimal() else fits((word,), words_of(said))
                for word in asked_of(asked)
            ):
                fitting.append(row.seq)
        return list(reversed(fitting))

    for asked in (
        "vouch",
        "add stud",
        "confirm 2026",
        "maya",
        "daniel appr",
        "17",
        "program",
        "zzz",
        "12 add",
    ):
        told = office.search.rows(by_of(office), asked, WORDS, limit=10_000)
        got = [one.entry.seq for one in told]
        assert set(plainly(asked)) <= set(got), asked
        about = things(office, asked)
        assert {seq for seq in set(got) - set(plainly(asked)) if rows[seq - 1].noun_id not in about} == set()


def things(office: Office, asked: str) -> set[str]:
    with office.desk.look(by_of(office)) as unit:
        return {
            thing for word in asked_of(asked) for thing in office.search._things(unit, by_of(office), word)
        }


def test_an_index_that_does_not_fit_the_record_begins_anew(office: Office) -> None:
    before = [one.entry.seq for one in office.search.rows(by_of(office), "add", WORDS, limit=50)]
    notes = schema.meta.c.name.startswith("record-words-")
    with office.desk.store.deed(office.desk.school) as unit:
        broken = sa.update(schema.meta).where(notes).values(value="7:1:somebody else's")
        unit._connection.execute(broken)
        assert unit.record_words.upto("America/Denver") == 0

    assert [one.entry.seq for one in office.search.rows(by_of(office), "add", WORDS, limit=50)] == before
    office.search.catch_up()
    assert [one.entry.seq for one in office.search.rows(by_of(office), "add", WORDS, limit=50)] == before


def test_a_lock_ends_the_taking_in_after_a_turn_and_the_next_sitting_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.desk.store.deed(office.desk.school) as unit:
        rows, school = unit.record.head().seq, unit.schools.get(office.desk.school)
        unit.record_words._empty()

    def lock(_: float) -> None:
        with office.desk.look() as unit:
            if unit.record_words.upto(school.zone):
                office.search.forget()

    monkeypatch.setattr(search, "ROWS_A_TURN", 5)
    monkeypatch.setattr(search, "sleep", lock)

    office.search.catch_up()
    with office.desk.look() as unit:
        assert unit.record_words.upto(school.zone) == 5

    monkeypatch.setattr(search, "sleep", lambda _: None)
    office.search.catch_up()
    with office.desk.look() as unit:
        assert unit.record_words.upto(school.zone) == rows


def test_only_one_persons_rows_or_one_kinds(office: Office) -> None:
    who = next(one.entry.person for one in office.teller.newest(by_of(office), 500) if one.entry.person)
    rows = office.search.rows(by_of(office), "", WORDS, limit=500, who=who)
    assert rows
    assert {one.entry.person for one in rows} == {who}

    rows = office.search.rows(by_of(office), "", WORDS, limit=500, nouns=frozenset({Noun.STUDENTS}))
    assert rows
    assert {one.entry.noun for one in rows} == {Noun.STUDENTS}
