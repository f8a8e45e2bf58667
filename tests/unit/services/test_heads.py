"""The note of the head moves up only, and a shorter record is an alarm."""

import shutil
from pathlib import Path

from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.store import FILE_NAME
from tests.school import make_school


def test_the_note_never_moves_down(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    early = school.desk.newest
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    school.heads.keep(school.desk.newest)
    school.heads.keep(early)
    school.heads.keep(None)

    assert school.heads.kept() == school.desk.newest


def test_an_old_copy_put_back_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "old.db")
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    school.heads.keep(school.desk.newest)
    school.store.close()
    shutil.copy(tmp_path / "old.db", tmp_path / FILE_NAME)

    verdict = school.records.verify(head=school.heads.kept())

    assert [fault.message.id for fault in verdict.faults] == ["records.shorter-than-head"]
    assert school.records.verify().whole, "without the note outside, an old copy looks whole"
