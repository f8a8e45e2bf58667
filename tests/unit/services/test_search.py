"""The search of an office: what it finds, for whom, from which rows; what of it lies in the store's file."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.actors import Actor
from smadmin.domain.post_requests import PostWish
from smadmin.domain.rights import RIGHTS
from smadmin.domain.searching import HitKind, asked_of, fits, words_of
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.office import Office
from smadmin.services.search import Found
from smadmin.services.search_rows import RowWords
from smadmin.storage import schema
from smadmin.storage.disk import FILE_NAME
from tests.sample import sample_office, sit

MONTHS = "January February March April May June July August September October November December"
WORDS = RowWords(
    acts={(noun, act): words_of(f"{act} {noun}") for noun, acts in RIGHTS.items() for act in acts},
    months=tuple((name.lower(),) for name in MONTHS.split()),
    program=("program",),
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = sample_office(tmp_path)
    sit(made, "maya-ortega")
    made.search.catch_up()
    made.search.refresh(made.session.actor)
    return made


def by_of(office: Office) -> Actor:
    return office.session.actor


def titles(found: Found, kind: HitKind) -> list[str]:
    return [one.title for one in found.hits if one.kind is kind]


def found(office: Office, text: str) -> Found:
    return office.search.find(by_of(office), text, WORDS)


def draft(office: Office, text: str) -> str:
    account = office.posts.may_post(by_of(office))[0]
    made = office.posts.create(by_of(office), (account.id,), text=text).value.id
    office.search.refresh(by_of(office))
    return made


def test_people_accounts_children_and_posts_are_found_by_what_their_words_begin_with(office: Office) -> None:
    with office.desk.look(by_of(office)) as unit:
        out = max((one for one in unit.publications.all() if one.text), key=lambda one: str(one.published_at))
        account = unit.accounts.get(out.account)
        child = unit.students.all()[0]

    assert "Maya Ortega" in titles(found(office, "orte may"), HitKind.PERSON)
    assert account.label in titles(found(office, f"{account.handle} {account.platform}"), HitKind.ACCOUNT)
    assert f"{child.first_name} {child.last_name}" in titles(
        found(office, f"{child.last_name.upper()} {child.first_name[:3]}"), HitKind.STUDENT
    )
    said = words_of(out.text)
    hits = [one for one in found(office, " ".join(reversed(said[:6]))).hits if one.kind is HitKind.POST]
    assert (out.post, out.text[:20]) in {(one.post or None, one.title[:20]) for one in hits}
    assert found(office, "").hits == found(office, " … ").hits == ()


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


def test_what_is_sealed_is_found_by_whose_it_is_and_never_lies_in_the_file(office: Office) -> None:
    made = draft(office, "Canarysong beim Frühlingsfest señorita")
    wish = PostWish("Room 12", "Canarywish for the garden day")
    office.post_requests.hand_in(by_of(office), wish)
    office.students.add(by_of(office), StudentEntry("Canarychild", "Frühlingsfest"))
    office.search.refresh(by_of(office))
    office.search.catch_up()

    assert [one.id for one in found(office, "canarys senor").hits] == [made]
    assert titles(found(office, "canaryw"), HitKind.WISH) == ["Canarywish for the garden day"]
    assert titles(found(office, "canarychild fruh"), HitKind.STUDENT) == ["Canarychild Frühlingsfest"]
    file = (office.desk.store.folder / FILE_NAME).read_bytes().lower()
    assert b"canary" not in file
    for word in ("señorita", "senorita", "hlingsfest"):
        assert word.encode() not in file
    office.lock()
    sit(office, "daniel-reyes")
    office.search.refresh(by_of(office))
    assert found(office, "canarys").hits == ()


def test_locked_nothing_is_kept_and_what_was_being_read_is_dropped(office: Office) -> None:
    draft(office, "Canarysong")
    by = by_of(office)
    assert office.search.find(by, "canary", None).hits

    office.search.forget()
    assert office.search.find(by, "canary", None).hits == ()


def test_a_lock_while_it_is_read_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    draft(office, "Canarysong")
    by, sealed = by_of(office), office.search._sealed
    reads = sealed._wished

    def locked_meanwhile(who: Actor) -> object:
        office.search.forget()
        return reads(who)

    monkeypatch.setattr(sealed, "_wished", locked_meanwhile)

    office.search.refresh(by)

    assert office.search.find(by, "canary", None).hits == ()
    assert sealed._kept == {}


def test_what_went_or_changed_since_the_index_was_read_is_left_out(office: Office) -> None:
    made = draft(office, "Canarysong")
    with office.desk.look(by_of(office)) as unit:
        out = next(one for one in unit.publications.all() if one.text and one.published_at)
    asked = " ".join(words_of(out.text)[:4])
    with office.desk.store.deed(office.desk.school) as unit:
        unit.posts.remove(made)
        stale = replace(out, text="")
        unit.publications.change(stale)
        unit.full_text.keep("publication", out.id, out.text)  # as if the index had missed it
        unit.full_text.keep("person", "nobody", "Ghost Person")

    hits = found(office, asked).hits
    assert out.id not in {one.id for one in hits}
    assert found(office, "canarysong").hits == ()
    assert found(office, "ghost").hits == ()


def test_somebody_without_a_role_finds_nothing(office: Office) -> None:
    nobody = replace(by_of(office), person=None)

    assert office.search.find(nobody, "maya", WORDS) == Found()


def test_a_question_that_nobody_waits_for_asks_nothing(office: Office) -> None:
    asked: list[str] = []
    engine = office.desk.store._engine
    sa.event.listen(engine, "before_cursor_execute", lambda *given: asked.append(str(given[2])))

    assert office.search.find(by_of(office), "maya", WORDS, still=lambda: False) == Found()
    assert asked == []


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


def test_only_one_persons_rows_or_one_kinds(office: Office) -> None:
    who = next(one.entry.person for one in office.teller.newest(by_of(office), 500) if one.entry.person)
    rows = office.search.rows(by_of(office), "", WORDS, limit=500, who=who)
    assert rows
    assert {one.entry.person for one in rows} == {who}

    rows = office.search.rows(by_of(office), "", WORDS, limit=500, nouns=frozenset({Noun.STUDENTS}))
    assert rows
    assert {one.entry.noun for one in rows} == {Noun.STUDENTS}
