"""Lists taken over: all of it or nothing, nothing weakened unasked, everything signed."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.errors import Conflict, NotAllowed, Tampered
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.vocabulary import Act
from smadmin.importing.spreadsheets.reading import ListReader
from smadmin.services.students.imports import IMPORT_PART, Imports, Order
from smadmin.services.students.withdrawn import Withdrawn
from smadmin.storage import schema
from smadmin.storage.disk import FILE_NAME
from tests.darkroom import make_darkroom
from tests.enrolled import Office, make_office
from tests.noted import NotedHere
from tests.school import MONDAY

TODAY = MONDAY.date()
FIRST = """\
Student Number|First name|Last name|Class|Opted out
100|Annabel|Quillfeather|4b|photos
101|Benedict|Rookwood|4b|
102|Camila|Sandoval|5a|yes
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


def test_a_first_list_brings_every_child_with_what_was_said_no_to(office: Office) -> None:
    ana = office.room.by("ana")

    seen = office.take(ana, office.order(ana, FIRST))

    children = office.children(ana)
    assert len(seen.added) == 3
    assert (children["100"].name, children["100"].groups) == ("Annabel Quillfeather", ("4b",))
    assert children["100"].opt_outs == {OptOut.PHOTOS}
    assert children["102"].opt_outs == {OptOut.EVERYTHING}
    assert {(child.checked_on, child.checked_by) for child in children.values()} == {(TODAY, ana.person)}


def test_an_import_is_one_row_and_what_it_says_of_children_is_sealed(office: Office) -> None:
    ana = office.room.by("ana")
    before = office.room.school.records.head().seq

    office.take(ana, office.order(ana, FIRST))

    assert office.room.school.records.head().seq == before + 1
    (part,) = office.parts(ana, Act.IMPORT, IMPORT_PART)
    ann, cam = office.children(ana)["100"], office.children(ana)["102"]
    assert part["opt_outs"] == {ann.id: ["photos"], cam.id: ["everything"]}
    assert (part["added"], part["changed"], part["not_taken"]) == (3, 0, 0)


def test_the_same_list_again_changes_nothing_but_the_day_of_checking(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    office.room.school.clock.forward(days=40)
    assert office.room.students.roster(ana).must_check

    seen = office.take(ana, office.order(ana, FIRST))

    assert (seen.changed, seen.added, len(seen.matched)) == (0, (), 3)
    roster = office.room.students.roster(ana)
    assert not roster.must_check
    assert roster.checked_on == TODAY + timedelta(days=40)


def test_a_later_list_updates_names_classes_and_adds_opt_outs(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))

    office.take(ana, office.order(ana, FIRST.replace("Rookwood|4b|", "Rookwood-Lee|5b|names")))

    ben = office.children(ana)["101"]
    assert (ben.last_name, ben.groups, ben.opt_outs) == ("Rookwood-Lee", ("5b",), frozenset({OptOut.NAMES}))


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.demand("BLO-IV-B4")
def test_an_opt_out_the_list_has_lost_stays_until_a_person_decides(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))

    seen = office.take(ana, office.order(ana, FIRST.replace("|photos", "|")))

    child = office.children(ana)["100"]
    assert [(less.student, less.gone) for less in seen.weakenings] == [(child.id, frozenset({OptOut.PHOTOS}))]
    assert child.opt_outs == {OptOut.PHOTOS}
    assert office.parts(ana, Act.OPT_OUT, "student") == []


def test_an_opt_out_that_a_person_lets_go_is_a_row_of_its_own(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    child = office.children(ana)["100"]

    office.take(ana, office.order(ana, FIRST.replace("|photos", "|"), weaken=(child.id,)))

    assert office.children(ana)["100"].opt_outs == set()
    (part,) = office.parts(ana, Act.OPT_OUT, "student")
    assert (part["student"], part["before"], part["opt_outs"]) == (child.id, ["photos"], [])
    office.room.students.still_right(ana)  # the rows are what was signed last


def test_consents_that_a_list_brings_are_asked_about_and_signed_one_by_one(tmp_path: Path) -> None:
    office = make_office(tmp_path, RosterMode.OPT_IN)
    ana = office.room.by("ana")
    plain = "Number|First name|Last name|Photo release|Matching consent|Guardian\n100|Ann|Ash|||"
    office.take(ana, office.order(ana, plain))
    child = office.children(ana)["100"]
    fuller = plain.replace("Ash|||", "Ash|Y|2026-11-01|Ida Ash")

    office.take(ana, office.order(ana, fuller))
    kept = office.children(ana)["100"]
    office.take(ana, office.order(ana, fuller, weaken=(child.id,)))

    taken = office.children(ana)["100"]
    assert (kept.photo_consent, kept.matching_until) == (False, None)
    assert (taken.photo_consent, taken.guardian) == (True, "Ida Ash")
    assert taken.may_match(TODAY)
    assert len(office.parts(ana, Act.PHOTO_CONSENT, "student")) == 1
    assert len(office.parts(ana, Act.MATCHING_CONSENT, "student")) == 1


def test_stopping_in_the_middle_changes_nothing_at_all(office: Office) -> None:
    ana = office.room.by("ana")
    many = FIRST + "".join(f"{number}|A{number}|B|4b|\n" for number in range(200, 400))
    order = office.order(ana, many)
    job = office.imports.take(ana, order, office.imports.compare(ana, order))
    head = office.room.school.records.head()

    step = next(job)
    job.close()

    assert (step.done, step.total) == (50, 203)
    assert office.room.students.roster(ana).students == ()
    assert office.room.school.records.head() == head
    office.take(ana, order)
    assert len(office.children(ana)) == 203


def test_others_write_while_a_list_is_made_ready(office: Office) -> None:
    ana = office.room.by("ana")
    order = office.order(ana, FIRST + "".join(f"{number}|A{number}|B|4b|\n" for number in range(200, 400)))
    job = office.imports.take(ana, order, office.imports.compare(ana, order))
    next(job)

    other = sqlite3.connect(office.room.school.store.folder / FILE_NAME, timeout=0, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.close()
    office.room.students.add(ana, StudentEntry("Otto", "Other", (), frozenset()))

    with pytest.raises(Conflict):
        list(job)
    assert list(office.children(ana)) == ["Otto Other"]


def test_a_list_that_changed_since_it_was_shown_isnt_taken(office: Office) -> None:
    ana = office.room.by("ana")
    order = office.order(ana, FIRST)
    seen = office.imports.compare(ana, order)
    office.room.students.add(ana, StudentEntry("Annabel", "Quillfeather", (), frozenset({OptOut.NAMES})))

    with pytest.raises(Conflict):
        next(office.imports.take(ana, order, seen))

    assert len(office.children(ana)) == 1


def test_who_isnt_in_the_whole_schools_list_has_left_and_keeps_the_opt_out(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    shorter = FIRST.replace("100|Annabel|Quillfeather|4b|photos\n", "")

    office.take(ana, office.order(ana, shorter))
    assert office.children(ana)["100"].left_on is None
    office.take(ana, office.order(ana, shorter, whole=True))

    gone = office.children(ana)["100"]
    assert (gone.left_on, gone.opt_outs) == (TODAY, frozenset({OptOut.PHOTOS}))
    assert gone.not_shown(RosterMode.OPT_OUT)
    office.take(ana, office.order(ana, FIRST))
    assert office.children(ana)["100"].left_on is None


def test_what_a_person_said_of_columns_is_remembered(office: Office) -> None:
    ana = office.room.by("ana")
    text = "Nr|Vorname|Nachname|Foto?\n100|Ann|Ash|x"
    order = office.order(ana, text)
    assert order.meanings == {}
    meant = {0: Meaning.NUMBER, 1: Meaning.FIRST_NAME, 2: Meaning.LAST_NAME, 3: Meaning.NO_PHOTOS}

    office.take(ana, Order(order.table, meant))

    assert office.order(ana, "Vorname|Nachname|Nr|Foto?\nBo|Bay|101|").meanings == {
        0: Meaning.FIRST_NAME,
        1: Meaning.LAST_NAME,
        2: Meaning.NUMBER,
        3: Meaning.NO_PHOTOS,
    }


def test_a_child_typed_in_before_gets_the_number_and_keeps_what_was_typed(office: Office) -> None:
    ana = office.room.by("ana")
    office.room.students.add(ana, StudentEntry("Annabel", "Quillfeather", (), frozenset({OptOut.NAMES})))

    office.take(ana, office.order(ana, FIRST))

    assert office.children(ana)["100"].opt_outs == {OptOut.NAMES, OptOut.PHOTOS}
    assert len(office.children(ana)) == 3


def test_a_no_to_matching_takes_the_face_pattern_at_once(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    office.room.allow_matching([("ann", office.children(ana)["100"].id)])
    assert office.room.student(ana, office.children(ana)["100"].id).may_match(TODAY)

    office.take(
        ana, office.order(ana, "Number|First name|Last name|Matching consent\n100|Annabel|Quillfeather|no")
    )

    (part,) = office.parts(ana, Act.IMPORT, IMPORT_PART)[-1:]
    assert part["patterns_removed"] == 1
    assert office.children(ana)["100"].matching_until is None


def test_a_reviewer_may_not_take_a_list_over(office: Office) -> None:
    ana, bo = office.room.by("ana"), office.room.by("bo")
    order = office.order(ana, FIRST)

    with pytest.raises(NotAllowed):
        next(office.imports.take(bo, order, office.imports.compare(ana, order)))


def test_columns_without_names_are_refused(office: Office) -> None:
    ana = office.room.by("ana")
    order = office.order(ana, "Number|Class\n1|4b")

    with pytest.raises(NotAllowed):
        next(office.imports.take(ana, order, office.imports.compare(ana, order)))


def test_rows_changed_behind_the_programs_back_stop_the_import(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    with office.room.school.store.deed(office.room.school.id, ana.cells) as unit:
        unit.students.remove(office.children(ana)["100"].id)
    order = office.order(ana, FIRST)

    with pytest.raises(Tampered):
        next(office.imports.take(ana, order, office.imports.compare(ana, order)))


def test_a_real_file_is_read_in_its_own_process(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path)
    path = room.file("list.csv", FIRST.replace("|", ";").encode("cp1252"))

    with ListReader() as reader:
        withdrawn = Withdrawn(NotedHere())
        listed = Imports(room.school.desk, reader, withdrawn, mode=RosterMode.OPT_OUT).read(path)

    assert (listed.name, len(listed.table.lines), listed.further_sheets) == ("list.csv", 3, 0)


def test_a_child_written_by_an_older_program_is_read_with_nothing_more_known(office: Office) -> None:
    ana = office.room.by("ana")
    office.take(ana, office.order(ana, FIRST))
    ann = office.children(ana)["100"]
    cells = ana.cells
    assert cells is not None
    newer = ("number", "notes", "guardian", "matching_from", "left_on")
    with office.room.school.store.deed(office.room.school.id, cells) as unit:
        whole = parse(cells.open("students/body", ann.id, unit.students.stored()[ann.id]))
        older = canonical({name: value for name, value in whole.items() if name not in newer})
        unit.students._connection.execute(
            sa.update(schema.student)
            .where(schema.student.c.id == ann.id)
            .values(body=cells.close("students/body", ann.id, older))
        )

        read = unit.students.get(ann.id)

    assert (read.name, read.opt_outs) == (ann.name, ann.opt_outs)
    further = (read.number, read.notes, read.guardian, read.matching_from, read.left_on)
    assert further == ("", "", "", None, None)
