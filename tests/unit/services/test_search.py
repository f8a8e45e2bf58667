"""The search of an office: what it finds, for whom, read from the real rows."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.searching import HitKind, words_of
from smadmin.services import search
from smadmin.services.office import Office
from smadmin.services.search import Found
from tests.unit.services.looking import WORDS, by_of, draft, found, looking, titles


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return looking(tmp_path)


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


def test_what_was_read_for_one_person_is_found_by_nobody_else(office: Office) -> None:
    with office.desk.look(by_of(office)) as unit:
        child = unit.students.all()[0]
        other = next(one for one in unit.trust.read().people if one != by_of(office).person)
    name = f"{child.last_name} {child.first_name}"
    assert titles(found(office, name), HitKind.STUDENT)

    others = office.search.find(replace(by_of(office), person=other), name, WORDS)

    assert titles(others, HitKind.STUDENT) == []


def test_a_question_that_nobody_waits_for_asks_nothing(office: Office) -> None:
    asked: list[str] = []
    engine = office.desk.store._engine
    sa.event.listen(engine, "before_cursor_execute", lambda *given: asked.append(str(given[2])))

    assert office.search.find(by_of(office), "maya", WORDS, still=lambda: False) == Found()
    assert asked == []


def test_words_from_before_the_index_are_taken_in_piece_by_piece(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.desk.store.deed(office.desk.school) as unit:
        out = unit.publications.named(step="confirmed")
        unit.full_text.forget_all()
        unit.full_text.note_filled("")
    monkeypatch.setattr(search, "POSTS_A_TURN", 1)
    turns: list[int] = []

    def locked_after_two(_seconds: float) -> None:
        turns.append(_kept(office))
        if len(turns) == 2:
            office.search.forget()

    monkeypatch.setattr(search, "sleep", locked_after_two)
    office.search.catch_up()
    assert len(turns) == 2
    assert turns[-1] <= 2 < len(out)

    monkeypatch.setattr(search, "sleep", lambda _seconds: turns.append(_kept(office)))
    office.search.catch_up()

    assert turns == sorted(turns)
    assert _kept(office) == len(out)


def _kept(office: Office) -> int:
    with office.desk.look() as unit:
        query = "SELECT count(*) FROM public_words WHERE noun = 'publication'"
        return int(unit._connection.exec_driver_sql(query).scalar_one())
