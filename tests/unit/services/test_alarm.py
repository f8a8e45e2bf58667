"""The alarm's own sentences; what follows from them is held in the window's tests."""

from pathlib import Path

from smadmin.domain.people import Role
from smadmin.services.alarm import Alarms, Noted
from smadmin.services.proof import Proof
from smadmin.services.restoring import Restoring
from smadmin.services.seats import pinned_root
from tests.school import TinySchool, make_school


def alarms(school: TinySchool, noted: Noted) -> Alarms:
    proof = Proof(school.desk, head=lambda: noted.head, root=lambda: noted.root)
    return Alarms(school.desk, proof, Restoring(school.desk), heads=school.heads, noted=lambda: noted)


def test_what_was_noted_and_is_there_rings_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    noted = Noted(school.desk.newest, pinned_root(school.secrets))

    assert alarms(school, noted).look(school.by("ana")) is None
    school.store.close()


def test_a_note_that_the_record_lacks_rings_and_names_both_ends(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    longer = make_school(tmp_path / "longer", staff=("ana", "pat"))
    longer.admit("bo", "Bo Lindqvist", {Role.REVIEWER}, by="pat")
    noted = Noted(longer.desk.newest, None)

    alarm = alarms(school, noted).look(school.by("pat"))

    assert alarm is not None
    assert alarm.noted == longer.desk.newest
    assert alarm.ends == school.desk.newest
    assert alarm.can_be_taken
    assert alarm.blockers == ()
    school.store.close()
    longer.store.close()


def test_once_decided_the_note_moves_to_the_record_as_it_stands(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    longer = make_school(tmp_path / "longer", staff=("ana", "pat"))
    longer.admit("bo", "Bo Lindqvist", {Role.REVIEWER}, by="pat")
    rung = alarms(school, Noted(longer.desk.newest, None))
    Restoring(school.desk).sign(school.by("pat"), noted=longer.desk.newest)

    rung.note()

    assert school.heads.kept() == school.desk.newest
    school.store.close()
    longer.store.close()
