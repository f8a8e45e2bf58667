"""The index of public words: it finds what a plain look would, holds nothing sealed, keeps nothing erased."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, PersonId, PublicationId, SchoolId
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.searching import asked_of, fits, fits_in, searchable, words_of
from smadmin.storage import schema
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.engine import Corrupt
from smadmin.storage.rows import Shape
from smadmin.storage.store import Store
from tests.school import make_school

SCHOOL = SchoolId("school")
WORDS = [f"{sha256(bytes([n])).hexdigest()[:16]}x" for n in range(40)]
"""Each begins as no other."""
_LETTERS = "abnñáé ü'\u2019-.#@ÑO1İßǅ\u0301\u200b東京"


def _publication(which: str, text: str, step: PublicationStep = PublicationStep.CONFIRMED) -> Publication:
    return Publication(PublicationId(which), SCHOOL, AccountId("account"), step, text=text)


def _found(store: Store, text: str, *nouns: str) -> list[str]:
    with store.look(SCHOOL) as unit:
        return [one.subject for one in unit.full_text.find(asked_of(text), nouns or ("publication",), 100)]


def _bytes(store: Store) -> bytes:
    return (store.folder / FILE_NAME).read_bytes()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(_LETTERS, max_size=12), max_size=5), st.text(_LETTERS, min_size=1, max_size=5))
@example(["La señorita Peña visitó el jardín", "Pena", "pen"], "PEÑ")
@example(["O'Brien\u2019s team", "e\u0301tude"], "obriens étu")
@example(['AND OR NOT "x" NEAR(a b) words:', "place"], 'not or "')
def test_the_index_finds_what_a_look_at_each_text_finds(store: Store, texts: list[str], asked: str) -> None:
    with store.deed(SCHOOL) as unit:
        unit.full_text.forget_all()
        for place, text in enumerate(texts):
            unit.full_text.keep("publication", str(place), text)

    one_by_one = {str(n) for n, text in enumerate(texts) if fits(asked_of(asked), words_of(text))}

    assert set(_found(store, asked)) == one_by_one
    assert {
        str(n) for n, text in enumerate(texts) if fits_in(asked_of(asked), searchable(text))
    } == one_by_one


def test_spanish_is_found_without_accents_and_with_them(store: Store) -> None:
    with store.deed(SCHOOL) as unit:
        unit.publications.add(_publication("spring", "El jardín de la señora Peña, ¡abierto el sábado!"))

    for asked in ("jardin", "JARDÍN", "pena", "peña abier", "sab señ"):
        assert _found(store, asked) == ["spring"], asked
    for asked in ("ardin", "peñas", "jardín lunes", "", "¡"):
        assert _found(store, asked) == [], asked


def test_only_what_is_out_is_kept_and_the_newest_comes_first(store: Store) -> None:
    with store.deed(SCHOOL) as unit:
        unit.publications.add(_publication("first", "The book fair"))
        unit.publications.add(_publication("second", "The book fair again"))
        unit.publications.add(_publication("waiting", "The book fair?", PublicationStep.INTENDED))

    assert _found(store, "book") == ["second", "first"]
    assert b"book fair?" in _bytes(store)  # the row itself, as ever


def test_another_schools_words_are_not_found(store: Store) -> None:
    with store.deed(SchoolId("other")) as unit:
        unit.full_text.keep("publication", "theirs", "The book fair")

    assert _found(store, "book") == []


def test_words_of_what_is_sealed_can_not_be_kept() -> None:
    with pytest.raises(ValueError, match="sealed"):
        Shape(schema.post, Publication, "posts/body", words=lambda one: one.text)


def test_erased_words_leave_the_file_with_the_row(store: Store) -> None:
    with store.deed(SCHOOL) as unit:
        for number in range(40):
            unit.publications.add(_publication(f"{number}", f"{WORDS[number].upper()} sang"))
    assert WORDS[7][4:].encode() in _bytes(store)  # folded, as the index has it

    with store.deed(SCHOOL) as unit:
        unit.publications.remove("7")
        unit.publications.change(replace(unit.publications.get("8"), text=""))
        unit.publications.change(replace(unit.publications.get("9"), text="The robin sang"))

    left = _bytes(store).lower()
    for number in (7, 8, 9):
        # The index keeps of a word only what differs from the one before.
        assert WORDS[number][4:].encode() not in left
        assert _found(store, WORDS[number]) == []
    assert _found(store, "robin") == ["9"]
    with closing(sqlite3.connect(store.folder / FILE_NAME)) as raw:
        raw.execute("CREATE VIRTUAL TABLE temp.said USING fts5vocab('main', 'public_words', 'row')")
        kept = {term for (term,) in raw.execute("SELECT term FROM said")}
    assert WORDS[10] in kept
    assert not kept & set(WORDS[7:10])


def test_a_deed_that_fails_leaves_the_index_as_it_was(store: Store) -> None:
    with store.deed(SCHOOL) as unit:
        unit.publications.add(_publication("kept", "The book fair"))

    def fail() -> None:
        with store.deed(SCHOOL) as unit:
            unit.publications.remove("kept")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert _found(store, "book") == ["kept"]


def test_people_are_found_by_name_as_the_trust_rows_say(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat", "bo"))

    with school.desk.look() as unit:
        found = unit.full_text.find(asked_of("lindq"), ("person",), 10)
        names = {unit.trust.read().people[PersonId(one.subject)].name for one in found}

    assert names == {"Bo Lindqvist"}


def test_all_words_can_be_kept_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    with school.store.deed(school.id) as unit:
        unit.full_text.forget_all()
        assert unit.full_text.find(("ana",), ("person",), 10) == ()
        unit.trust.index_anew()
        assert len(unit.full_text.find(("ana",), ("person",), 10)) == 1


def test_a_damaged_index_is_made_anew_by_the_deed_that_meets_it(store: Store) -> None:
    with store.deed(SCHOOL) as unit:
        unit.publications.add(_publication("one", WORDS[0]))
        unit.publications.add(_publication("two", WORDS[1]))
    with store._engine.begin() as raw:
        raw.exec_driver_sql("UPDATE public_words_data SET block = x'ffffffff' WHERE id > 10")
    with pytest.raises(Corrupt):
        _found(store, WORDS[0])

    with store.deed(SCHOOL) as unit:
        unit.publications.change(replace(unit.publications.get("one"), text=WORDS[2]))

    assert [_found(store, WORDS[n]) for n in range(3)] == [[], ["two"], ["one"]]
    assert WORDS[0].encode() not in _bytes(store)
