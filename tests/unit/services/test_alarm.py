"""The alarm's own sentences; what follows from them is held in the window's tests."""

from pathlib import Path

from smadmin.domain.people import Role
from smadmin.domain.verification import End
from smadmin.services.alarm import Alarms
from smadmin.services.heads import NoNote, Noted
from smadmin.services.proof import Proof
from smadmin.services.restoring import Restoring
from tests.school import TinySchool, make_school


def alarms(school: TinySchool, noted: Noted) -> Alarms:
    proof = Proof(school.desk, lambda: noted)
    return Alarms(school.desk, proof, Restoring(school.desk, proof))


def test_what_was_noted_and_is_there_rings_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))

    assert alarms(school, school.noted).look(school.by("ana")) is None
    school.rest()


def test_a_note_that_the_record_lacks_rings_and_names_both_ends(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    longer = make_school(tmp_path / "longer", staff=("ana", "pat"))
    longer.admit("bo", "Bo Lindqvist", {Role.REVIEWER}, by="pat")
    longer.note()

    alarm = alarms(school, longer.noted).look(school.by("pat"))

    assert alarm is not None
    assert alarm.noted == longer.desk.newest
    assert alarm.ends == school.desk.newest
    assert (alarm.changed, alarm.school, alarm.other_root) == (False, False, False)
    assert alarm.blockers == ()
    school.rest()
    longer.store.close()


def test_a_lost_note_of_the_end_rings_and_the_principal_can_take_it(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))

    alarm = alarms(school, Noted(NoNote.NEVER, school.root.key, school.seat.id)).look(school.by("pat"))

    assert alarm is not None
    assert (alarm.end, alarm.noted, alarm.ask_root) == (End.UNNOTED, None, False)
    assert (alarm.changed, alarm.school, alarm.other_root) == (False, False, False)
    assert alarm.blockers == ()
    school.rest()


def test_where_the_note_of_root_is_lost_too_its_letters_are_asked(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))
    assert school.desk.newest is not None

    both = alarms(school, Noted(seat=school.seat.id)).look(school.by("pat"))
    root_alone = alarms(school, Noted(school.desk.newest, seat=school.seat.id)).look(school.by("pat"))

    assert both is not None
    assert both.ask_root
    assert root_alone is not None
    assert not root_alone.ask_root, "the noted end links back to the first row"
    assert (root_alone.head_gone, root_alone.root_gone) == (False, True)
    school.rest()


def test_a_keyring_that_doesnt_answer_is_no_alarm_and_nobodys_to_decide(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana", "pat"))

    alarm = alarms(school, Noted(NoNote.SILENT, NoNote.SILENT, school.seat.id)).look(school.by("pat"))

    assert alarm is not None
    assert alarm.only_unanswered
    assert [one.message.id for one in alarm.blockers] == ["store.restore-not-answered"]
    school.rest()


def test_a_seat_that_the_record_doesnt_know_misses_its_notes_too(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school", staff=("ana", "pat"))
    other = make_school(tmp_path / "other", staff=("ana",))

    alarm = alarms(school, Noted(seat=other.seat.id)).look(school.by("pat"))

    assert alarm is not None
    assert alarm.end is End.UNNOTED
    assert alarms(school, Noted()).look(school.by("pat")) is None, "without a keyring it stands on paper"
    school.rest()
    other.store.close()
