"""A record that forked: an older backup was put back and the school went on; then another one is put back."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.records import Head
from smadmin.domain.students import Template
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backups import Backups, NotProven
from smadmin.services.checked import CheckedNotes
from smadmin.services.heads import contains
from smadmin.services.places import Place
from smadmin.services.proof import Proof, proven_now
from smadmin.services.restored import Restored
from smadmin.services.restoring import restore
from smadmin.storage.store import Store
from tests.school import TinySchool, make_school
from tests.unit.services.test_backups import with_a_child


def with_a_pattern(school: TinySchool) -> None:
    """Make Mia's face pattern anew, as the program does from her portrait."""
    with school.desk.deed(school.by("ana")) as deed:
        made = ("new pattern", school.id, StudentId("child"), MediaId("portrait"), (0.5,))
        deed.unit.templates.add(Template(*made, engine="dlib"))
        deed.roster_changed()
        deed.record(Act.CHANGE, Noun.STUDENTS, None)
    school.note()


class Forked:
    """A school whose record went on to its tenth row, went back to an older copy, and went on from there."""

    def __init__(self, folder: Path) -> None:
        self.school = make_school(folder)
        with_a_child(self.school)
        self.first = self.backup("first")
        self.act("lost", times=3)
        self.old_branch = self.backup("old branch")
        self.act("lost too")
        self.left = self.newest
        self.put_back(self.first)
        self.sign()

    @property
    def newest(self) -> Head:
        with self.school.desk.look() as unit:
            return unit.record.head()

    @property
    def proven(self) -> Proof:
        return Proof(self.school.desk, lambda: self.school.noted)

    def act(self, said: str, times: int = 1) -> None:
        for _ in range(times):
            with self.school.desk.deed(self.school.by("ana")) as deed:
                deed.record(Act.CONFIRM, Noun.ACCOUNTS, None, parts={"what": said})
        self.school.note()

    def backup(self, name: str) -> Path:
        """Write a backup as the program does: only what is proven against the notes."""
        school = self.school
        place = Place(school.folder, school.folder)
        backups = Backups(school.desk, place, lambda: proven_now(self.proven, school.desk, None))
        return backups.write(school.folder / f"{name}.smadmin-backup").file

    def put_back(self, file: Path) -> Restored:
        school = self.school
        school.rest()
        done = restore(Place(school.folder, school.folder), file, school.root, root=school.root.key)
        school.store = Store.open(school.folder)
        school.desk.store = school.store
        return done

    def sign(self) -> None:
        """Decide as the principal, and note the end anew, as `BackRoom.take_record` does."""
        self.school.restoring.sign(self.school.by("pat"))
        assert self.school.desk.newest is not None
        self.school.heads.move_back(self.school.desk.newest)

    def alarms(self) -> set[str]:
        verdict = self.school.records.verify(by=self.school.by("ana"), noted=self.school.noted)
        return {fault.message.id for fault in verdict.faults}


@pytest.fixture
def forked(tmp_path: Path) -> Forked:
    return Forked(tmp_path)


def test_a_backup_made_after_the_fork_is_put_back_and_signed(forked: Forked) -> None:
    forked.act("after the fork")
    second, there = forked.backup("second"), forked.newest
    forked.act("gone again", times=2)
    here = forked.newest

    done = forked.put_back(second)

    assert (done.head, done.here, done.older, done.missing) == (there, here, True, {})
    assert forked.alarms() == {"records.shorter-than-head"}
    forked.sign()
    forked.act("on")
    assert forked.alarms() == set()
    assert forked.school.restoring.pending() is None


def test_a_backup_of_the_end_of_the_fork_takes_nobodys_decision_about_the_end(forked: Forked) -> None:
    last = forked.backup("last")

    done = forked.put_back(last)

    assert (done.head, done.here, done.older) == (forked.newest, forked.newest, False)
    assert forked.alarms() == set()
    assert forked.school.restoring.pending() is not None, "the principal looks at every restore"
    forked.sign()
    assert forked.school.restoring.pending() is None


def test_a_backup_of_the_branch_that_was_left_is_told_from_the_one_that_went_on(forked: Forked) -> None:
    forked.act("on the new branch")
    here = forked.newest
    assert here.seq < forked.left.seq, "the branch that was left is longer"

    done = forked.put_back(forked.old_branch)

    assert done.older, "longer, but it lacks what was signed since"
    assert "records.shorter-than-head" in forked.alarms()
    with pytest.raises(NotAllowed):
        forked.school.restoring.sign(forked.school.by("ana"))
    forked.sign()
    forked.act("on the old branch once more")
    assert forked.alarms() == set()
    with forked.school.desk.look() as unit:
        assert not contains(unit.record, here)


def test_what_was_checked_on_one_branch_vouches_for_nothing_of_the_other(forked: Forked) -> None:
    school, by = forked.school, forked.school.by("ana")
    forked.act("on the new branch", times=8)
    notes = CheckedNotes(school.secrets, school.id)
    notes.keep(by, forked.newest, school.clock.now())
    school.clock.forward(hours=1)
    forked.put_back(forked.old_branch)
    forked.sign()
    proof = forked.proven

    proof.begin(by.signer.key, notes.of(by, school.clock.now()))
    proof.catch_up(by)

    proven = proven_now(proof, school.desk, by)
    assert proven.whole
    assert proven.head_right
    assert proof.all_checked_at == school.clock.now(), "every signature was checked anew"


def test_the_children_of_a_backup_after_the_fork_are_those_that_were_signed(forked: Forked) -> None:
    school = forked.school
    with school.desk.look(school.by("ana")) as unit:
        assert unit.templates.all() == (), "the first restore left the pattern out"
    second = forked.backup("second")
    with school.desk.deed(school.by("ana")) as deed:
        deed.unit.students.remove(deed.unit.students.all()[0].id)
        deed.roster_changed()
        deed.record(Act.REMOVE, Noun.STUDENTS, None)
    school.note()

    forked.put_back(second)
    forked.sign()

    with school.desk.look(school.by("ana")) as unit:
        assert [child.first_name for child in unit.students.all()] == ["Mia"]
    assert forked.alarms() == set()


def test_a_backup_made_while_a_restore_waits_can_be_put_back_itself(
    forked: Forked,
) -> None:
    last = forked.backup("last")
    forked.put_back(last)
    made = forked.backup("while it waits")

    forked.put_back(made)
    forked.sign()

    assert forked.alarms() == set()


def test_a_list_without_its_patterns_is_in_no_backup_before_the_principal_signed(tmp_path: Path) -> None:
    forked = Forked(tmp_path)
    school = forked.school
    with_a_pattern(school)
    last = forked.backup("with a pattern")
    forked.put_back(last)

    with pytest.raises(NotProven):
        forked.backup("while it waits")
    forked.sign()
    forked.put_back(forked.backup("signed"))
    assert forked.alarms() == set()
