"""Reading and proving the record."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.ids import KeyId
from smadmin.domain.records import grouped
from smadmin.domain.vocabulary import Act, Noun
from tests.school import make_school


def test_the_newest_rows_come_first_with_real_names(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))

    newest = school.records.newest(limit=2)

    assert [(entry.act, entry.person) for entry in newest] == [
        ("grant", "Ana Brooks"),
        ("admit", "Ana Brooks"),
    ]


def test_the_head_is_where_the_last_deed_left_it(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))

    assert school.records.head() == school.desk.newest


def test_a_whole_record_names_its_root_and_head(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))

    verdict = school.records.verify(by=school.by("ana"), root=school.root.key)

    assert verdict.whole
    assert verdict.root == school.root.key
    assert verdict.head == school.desk.newest


def test_another_root_than_the_one_on_paper_is_a_fault(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))

    assert not school.records.verify(root=KeyId("00" * 16)).whole


def test_a_record_that_was_rewritten_since_a_page_was_printed_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    school.rest()
    shutil.copytree(school.folder, tmp_path / "before")
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.ADOPT, Noun.ACCOUNTS, "one", parts={"account": {"name": "Lincoln"}})
    page = school.records.head()
    number, letters = str(page.seq), grouped(page.letters).lower()
    assert school.records.page_agrees(number, letters)

    school.rest()
    for path in (tmp_path / "before").rglob("*.db*"):
        shutil.copy(path, school.folder / path.relative_to(tmp_path / "before"))
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.ADOPT, Noun.ACCOUNTS, "two", parts={"account": {"name": "Another"}})

    assert school.records.head().seq == page.seq
    assert school.records.verify(by=school.by("ana")).whole, (
        "every row is signed, so the record alone is right"
    )
    assert not school.records.page_agrees(number, letters)


def test_a_row_changed_before_the_pages_end_is_noticed_though_its_letters_stayed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    page = school.records.head()
    with school.store._engine.begin() as connection:
        told = "UPDATE record_row SET body = CAST(replace(CAST(body AS TEXT), '2026-', '2025-') AS BLOB)"
        connection.execute(sa.text(f"{told} WHERE seq = 2"))

    assert not school.records.page_agrees(str(page.seq), page.letters)


@pytest.mark.parametrize(("number", "letters"), [("", ""), ("99999", "A" * 16), ("two", "B"), ("1", "")])
def test_what_is_no_end_of_this_record_agrees_with_nothing(tmp_path: Path, number: str, letters: str) -> None:
    assert not make_school(tmp_path, staff=("ana",)).records.page_agrees(number, letters)
