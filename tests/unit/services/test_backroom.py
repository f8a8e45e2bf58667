"""The back room: one of each service, and the record held against the notes outside the store."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.errors import OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backroom import BackRoom
from smadmin.services.grounds import DataFolder
from smadmin.services.heads import BEFORE_ALL
from smadmin.services.mending import is_grave
from smadmin.services.places import Place
from smadmin.storage.disk import FILE_NAME
from tests.school import TinySchool, make_school


def back_room(school: TinySchool) -> BackRoom:
    place = Place(school.folder, school.folder)
    grounds = DataFolder(place, school.store, school.secrets, school.clock, school.desk.ids)
    return BackRoom(grounds, school.desk)


def test_each_service_is_made_once(tmp_path: Path) -> None:
    room = back_room(make_school(tmp_path, staff=("ana",)))

    for name in (
        "session",
        "accounts",
        "vault",
        "backups",
        "restoring",
        "record_export",
        "envelopes",
        "keys",
    ):
        assert getattr(room, name) is getattr(room, name)
    assert room.school.name == "Lincoln Elementary"


def test_verifying_holds_the_record_against_the_head_noted_outside(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    room = back_room(school)
    room.settle()
    whole = room.verify().whole

    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql(
            "DELETE FROM record_part WHERE seq = (SELECT max(seq) FROM record_row)"
        )
        unit._connection.exec_driver_sql(
            "DELETE FROM record_row WHERE seq = (SELECT max(seq) FROM record_row)"
        )

    assert whole
    assert "records.shorter-than-head" in {fault.message.id for fault in room.verify().faults}


def sql(school: TinySchool, *statements: str) -> None:
    with school.store.deed(school.id) as unit:
        for statement in statements:
            unit._connection.exec_driver_sql(statement)


@pytest.mark.parametrize("damage", ["DELETE FROM role", "UPDATE person SET body = zeroblob(4)"])
def test_trust_tables_are_written_anew_from_a_whole_record(tmp_path: Path, damage: str) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    room, before = back_room(school), school.session.names()
    fine = room.mend_tables()
    sql(school, damage)

    mended = room.mend_tables()

    assert (fine, mended) == (False, True)
    assert school.session.names() == before
    assert school.records.verify(noted=school.noted).whole


@pytest.mark.parametrize("damage", ["DELETE FROM role", "UPDATE person SET body = zeroblob(4)"])
def test_tables_damaged_while_somebody_works_are_mended_as_the_error_says(
    tmp_path: Path, damage: str
) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    room, ana = back_room(school), school.by("ana")
    sql(school, damage)

    with pytest.raises(Tampered) as refused, school.desk.deed(ana):
        pass
    sat_down_again = room.mend_tables()
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    assert refused.value.remedy == say("records.sit-down-again")
    assert sat_down_again
    assert school.records.verify(noted=school.noted).whole


def test_damaged_trust_tables_stay_where_the_record_is_damaged_too(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    sql(school, "DELETE FROM role", "UPDATE record_row SET noun = 'nothing' WHERE seq = 3")

    with pytest.raises(OutsideFailed) as refused:
        back_room(school).mend_tables()

    assert is_grave(refused.value), "the window offers the last backup"


def test_a_forged_role_is_gone_once_the_tables_are_mended(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    with school.store.deed(school.id) as unit:
        trust = unit.trust.read()
        forged = {k: replace(v, role=Role.PRINCIPAL) for k, v in trust.grants.items()}
        unit.trust.write(trust, replace(trust, grants=forged))

    back_room(school).mend_tables()

    with school.desk.look() as unit:
        assert unit.trust.read().digest() == trust.digest()


def test_the_note_moves_up_and_says_when_there_is_nothing_left_to_note(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    room = back_room(school)
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)

    assert room.settle()

    assert school.heads.kept() == school.desk.newest


@pytest.mark.parametrize("note", [None, "spoiled", f"9999:{'00' * 32}"])
def test_settling_never_makes_a_note_that_is_lost_or_that_the_record_lacks(
    tmp_path: Path, note: str | None
) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    room, item = back_room(school), f"head/{school.id}"
    school.secrets.delete(item)
    if note is not None:
        school.secrets.set(item, note)

    assert room.settle()

    assert school.secrets.get(item) == note


def test_founding_is_noted_before_its_first_row(tmp_path: Path) -> None:
    """A kill right after the first rows leaves the note of before them, which isn't a lost one."""
    school = make_school(tmp_path, staff=("ana", "pat"))
    school.heads.move_back(BEFORE_ALL)
    room = back_room(school)

    room.note_outside()

    with school.desk.look(school.by("ana")) as unit:
        assert room.proof.now(unit).head_right


def test_while_a_long_record_is_verified_for_mending_others_can_write(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    sql(school, "DELETE FROM role")
    kept_out: list[bool] = []

    class Writing:
        """Verifies, and tries meanwhile to write as another program does."""

        def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
            with closing(sqlite3.connect(tmp_path / FILE_NAME, timeout=0, isolation_level=None)) as other:
                try:
                    other.execute("BEGIN IMMEDIATE")
                    other.execute("ROLLBACK")
                except sqlite3.OperationalError:
                    kept_out.append(True)
            return Ed25519Verifier().verifies(public=public, message=message, signature=signature)

    school.desk.verifier = Writing()

    assert back_room(school).mend_tables()
    assert kept_out == []
