"""The back room: one of each service, and the record held against the notes outside the store."""

from pathlib import Path

from smadmin.services.backroom import BackRoom
from smadmin.services.grounds import DataFolder
from smadmin.services.places import Place
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
