"""Consents that ended: noted beside the backups, taken off by a new one, ended again after a restore."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import StudentId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut
from smadmin.services.students.consents import Consents
from smadmin.services.students.imports import Imports
from smadmin.services.students.withdrawn import CONSENTS, Withdrawn
from tests.darkroom import Darkroom, make_darkroom
from tests.enrolled import Office, TypedLists
from tests.noted import NotedHere
from tests.school import MONDAY

UNTIL = MONDAY.date() + timedelta(days=100)


class Kept:
    """A school, and what is noted of its consents."""

    def __init__(self, folder: Path) -> None:
        self.notes = NotedHere()
        self.room: Darkroom = make_darkroom(folder / "data")
        self.room.consents = Consents(self.room.school.desk, Withdrawn(self.notes))
        children = self.room.children(by=self.room.by("ana"))
        self.ann, self.ben = children["ann"], children["ben"]
        self.room.allow_matching([("ann", self.ann), ("ben", self.ben)])

    def noted(self) -> frozenset[str]:
        return self.notes.erased_of(CONSENTS)

    def consented(self, child: StudentId) -> bool:
        return self.room.student(self.room.by("ana"), child).matching_until is not None


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_an_ended_consent_is_noted_until_there_is_a_new_one(kept: Kept) -> None:
    ana = kept.room.by("ana")
    assert kept.noted() == frozenset()

    kept.room.end_consent(ana, kept.ann)
    assert kept.noted() == {kept.ann}
    kept.room.consent(ana, kept.ann, UNTIL)
    assert kept.noted() == frozenset()

    kept.room.consents.end_all(ana)
    assert kept.noted() == {kept.ann, kept.ben}


def test_what_a_backup_brought_back_ends_at_the_next_sign_in(kept: Kept) -> None:
    ana, bo = kept.room.by("ana"), kept.room.by("bo")
    kept.notes.note_erased(CONSENTS, [kept.ann])  # as after putting back what was before its end

    assert kept.room.consents.end_again(bo).ids("students") == frozenset()  # a reviewer changes no list
    assert kept.consented(kept.ann)
    assert kept.room.consents.end_again(ana).ids("students") == {kept.ann}

    assert (kept.consented(kept.ann), kept.consented(kept.ben)) == (False, True)
    assert kept.room.student(ana, kept.ann).opt_outs == {OptOut.PHOTOS}
    with kept.room.school.desk.look(ana) as unit:
        assert {one.student for one in unit.templates.all()} == {kept.ben}
    kept.room.students.still_right(ana)  # the rows are what was signed last


def test_a_consent_whose_end_cannot_be_noted_is_not_ended(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = kept.room.by("ana")

    def full(*_: object) -> None:
        raise OutsideFailed(say("store.no-space"))

    with monkeypatch.context() as broken:
        broken.setattr(kept.notes, "note_erased", full)
        with pytest.raises(OutsideFailed):
            kept.room.end_consent(ana, kept.ann)
        with pytest.raises(OutsideFailed):
            kept.room.consents.end_all(ana)
    assert (kept.consented(kept.ann), kept.consented(kept.ben)) == (True, True)

    kept.room.end_consent(ana, kept.ann)

    assert not kept.consented(kept.ann)
    assert kept.noted() == {kept.ann}


def test_who_enters_a_consent_again_takes_the_note_off_that_stayed(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = kept.room.by("ana")
    kept.room.end_consent(ana, kept.ann)

    def full(*_: object) -> None:
        raise OutsideFailed(say("store.no-space"))

    with monkeypatch.context() as broken:
        broken.setattr(kept.notes, "take_off", full)
        with pytest.raises(OutsideFailed):
            kept.room.consent(ana, kept.ann, UNTIL)
    kept.room.consent(ana, kept.ann, UNTIL)

    assert kept.consented(kept.ann)
    assert kept.noted() == frozenset()


def test_who_leaves_by_a_list_has_not_consented_anew(kept: Kept) -> None:
    ana, lists = kept.room.by("ana"), TypedLists()
    imports = Imports(kept.room.school.desk, lists, Withdrawn(kept.notes), mode=RosterMode.OPT_OUT)
    office = Office(kept.room, imports, lists)
    head = "Student Number|First name|Last name\n"
    office.take(ana, office.order(ana, f"{head}100|Annabel|Quillfeather"))
    kept.notes.note_erased(CONSENTS, [kept.ann])

    office.take(ana, office.order(ana, f"{head}102|Camila|Sandoval", whole=True))

    assert kept.room.student(ana, kept.ann).left_on is not None
    assert kept.noted() == {kept.ann}
