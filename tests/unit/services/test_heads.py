"""The note of the head moves up only, a shorter record is an alarm, and no answer isn't "nothing noted"."""

import shutil
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.ids import SchoolId
from smadmin.domain.messages import say
from smadmin.domain.records import START, Head
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.heads import BEFORE_ALL, Heads, NoNote, contains
from smadmin.storage.disk import FILE_NAME
from tests.school import make_school

HEAD = f"head/{SchoolId('s')}"


class Silent(MemorySecrets):
    """A keyring that waits for its password."""

    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.keyring-silent"))


def test_the_note_never_moves_down(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    early = school.desk.newest
    assert early is not None
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    school.note()
    school.heads.keep(early)

    assert school.heads.kept() == school.desk.newest


def test_nothing_noted_and_no_answer_are_two_answers() -> None:
    assert Heads(MemorySecrets(), SchoolId("s")).kept() is NoNote.NEVER
    assert Heads(Silent(), SchoolId("s")).kept() is NoNote.SILENT
    with pytest.raises(NoKeyring):
        Heads(Silent(), SchoolId("s")).keep(BEFORE_ALL)


@pytest.mark.parametrize("spoiled", ["", "x", "3:", "3:00", "x:" + "00" * 32, "-1:" + "00" * 32, "3"])
def test_a_spoiled_note_is_no_note(spoiled: str) -> None:
    secrets = MemorySecrets()
    secrets.set(HEAD, spoiled)

    assert Heads(secrets, SchoolId("s")).kept() is NoNote.NEVER


def test_the_note_before_all_rows_is_in_every_record(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))

    with school.desk.look() as unit:
        assert contains(unit.record, BEFORE_ALL)
        assert not contains(unit.record, Head(0, b"x" * 32))
        assert not contains(unit.record, Head(10_000, START))


def test_an_old_copy_put_back_is_noticed(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "old.db")
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
    school.note()
    school.rest()
    shutil.copy(tmp_path / "old.db", tmp_path / FILE_NAME)

    verdict = school.records.verify(noted=school.noted)

    assert [fault.message.id for fault in verdict.faults] == ["records.shorter-than-head"]
    assert school.records.verify().whole, "without the note outside, an old copy looks whole"


@pytest.mark.parametrize("seq", [2**53 + 1, 10**24])
def test_a_note_of_more_rows_than_any_record_has_is_as_good_as_none(seq: int) -> None:
    secrets = MemorySecrets()
    secrets.set(HEAD, f"{seq}:{'00' * 32}")

    assert Heads(secrets, SchoolId("s")).kept() is NoNote.NEVER
