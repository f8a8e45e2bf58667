"""Reading and proving the record."""

from pathlib import Path

from smadmin.domain.ids import KeyId
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
