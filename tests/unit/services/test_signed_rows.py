"""What is read beside a deed is what was proven: no row that was changed since, and no part that was."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.errors import Tampered
from smadmin.domain.law import LAW_PART, LawDecision, law_part
from smadmin.domain.photos.adults import AdultsSaid, AdultsShown, ConsentKind
from smadmin.domain.records import SALT_BYTES, Part, versioned
from smadmin.domain.vocabulary import Act
from smadmin.services.heads import Noted
from smadmin.services.photos.consented import Consented
from smadmin.services.proof import Proof
from smadmin.services.signed_rows import signed_rows
from smadmin.services.students.checking import list_checked_on
from smadmin.services.students.imports import IMPORT_PART
from smadmin.storage.disk import FILE_NAME
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.enrolled import make_office
from tests.seeing import CAM, picture

AGAINST = LawDecision("TX", "Pat Winters, principal", "parents asked", matching=False)


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path)


def signed_in(room: Darkroom) -> None:
    """Let the desk judge by the checked rows, as it does from signing in on."""
    proof = Proof(room.school.desk, lambda: Noted(room.school.heads.kept()))
    room.school.desk.proven, room.school.desk.proof = proof.trust, proof.now
    proof.catch_up(room.by("ana"))


def sql(room: Darkroom, statement: str) -> None:
    with closing(sqlite3.connect(room.folder / FILE_NAME)) as connection:
        connection.execute(statement)
        connection.commit()


def place_of(room: Darkroom, act: Act) -> int:
    with room.school.desk.look() as unit:
        return max(row.seq for row in unit.record.rows(acts=(act,)))


def sealed_anew(room: Darkroom, act: Act, name: str, said: dict[str, Plain]) -> None:
    """Put other words into a row's part, sealed with the school's own key as a changed program would."""
    seq = place_of(room, act)
    sql(room, f"DELETE FROM record_part WHERE seq = {seq} AND name = '{name}'")
    with room.school.store.deed(room.school.id, room.by("pat").cells) as unit:
        unit.record.keep_part(seq, name, Part(os.urandom(SALT_BYTES), canonical(versioned(said))))


def spoilt(room: Darkroom, act: Act) -> None:
    seq = place_of(room, act)
    sql(room, f"UPDATE record_part SET content = substr(content, 1, length(content) - 1) WHERE seq = {seq}")


def test_no_decision_for_matching_is_put_into_a_row_that_said_no(room: Darkroom) -> None:
    pat = room.by("pat")
    room.law.decide(pat, AGAINST)
    signed_in(room)
    held = room.law.in_force(pat)
    assert held is not None
    turned = replace(held, matching=True)

    sealed_anew(room, Act.DECIDE_MATCHING, LAW_PART, dict(law_part(turned)))
    with room.school.store.deed(room.school.id, pat.cells) as unit:
        unit.law_records.change(turned)

    with pytest.raises(Tampered):
        room.law.in_force(pat)
    assert room.law.in_force(pat) is None, "and from then on nobody is compared"


def agreed(room: Darkroom, name: str) -> None:
    adults = AdultsSaid(AdultsShown.CONSENTED, (name,), ConsentKind.WRITTEN, room.school.clock.now().date())
    room.taken(room.by("ana"), picture((CAM, 60)), facts=replace(FACTS, adults=adults))


def test_nobody_is_named_in_the_consent_of_somebody_else(room: Darkroom) -> None:
    agreed(room, "Ida Ash")
    consented, ana = Consented(room.school.desk), room.by("ana")
    signed_in(room)
    assert {one.name for one in consented.recorded(ana).values()} == {"Ida Ash"}

    forged: dict[str, Plain] = {"name": "Annabel Quillfeather", "kind": "written", "on": "2026-11-16"}
    sealed_anew(room, Act.ADULT_CONSENT, "consent", forged)

    with pytest.raises(Tampered):
        consented.recorded(ana)


def test_a_consent_that_was_withdrawn_stays_so_when_its_row_is_taken_out(room: Darkroom) -> None:
    agreed(room, "Ida Ash")
    consented, ana = Consented(room.school.desk), room.by("ana")
    consented.withdraw(ana, "Ida Ash")
    room.students.still_right(ana)
    signed_in(room)

    sql(room, f"DELETE FROM record_row WHERE seq = {place_of(room, Act.WITHDRAW_CONSENT)}")

    assert consented.recorded(ana) == {}


def test_a_list_of_children_gets_no_younger_by_a_date_written_beside_its_row(room: Darkroom) -> None:
    ana = room.by("ana")
    room.students.still_right(ana)
    room.school.clock.forward(days=40)
    signed_in(room)
    with room.school.desk.look(ana) as unit:
        before = list_checked_on(unit, room.school.desk)

    sql(room, f"UPDATE record_row SET utc = '2026-12-20T12:00:00.000+00:00' WHERE act = '{Act.STILL_RIGHT}'")

    with room.school.desk.look(ana) as unit:
        assert list_checked_on(unit, room.school.desk) == before


def test_what_a_column_means_is_taken_from_no_list_that_somebody_changed(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    ana, room = office.room.by("ana"), office.room
    order = office.order(ana, "Student Number|First name|Last name|Kin\n100|Annabel|Quillfeather|photos\n")
    meanings = {**order.meanings, 3: Meaning.OPTED_OUT}
    office.take(ana, replace(order, meanings=meanings))
    signed_in(room)
    assert office.imports.meanings(ana, order.table)[3] is Meaning.OPTED_OUT

    sealed_anew(room, Act.IMPORT, IMPORT_PART, {"columns": [["Kin", Meaning.NOTES.value]]})

    with pytest.raises(Tampered):
        office.imports.meanings(ana, order.table)


def test_a_row_that_somebody_wrote_into_the_file_is_none(room: Darkroom) -> None:
    ana = room.by("ana")
    room.students.still_right(ana)
    signed_in(room)
    columns = "school_id, seq + 1, utc, person, act, noun, noun_id, body, row_hash, row_hash, signature"
    newest = "SELECT max(seq) FROM record_row"
    sql(room, f"INSERT INTO record_row SELECT {columns} FROM record_row WHERE seq = ({newest})")

    with room.school.desk.look(ana) as unit:
        assert len([*signed_rows(unit, room.school.desk, Act.STILL_RIGHT)]) == 1


def test_before_anybody_signed_in_rows_are_taken_as_they_lie(room: Darkroom) -> None:
    room.students.still_right(room.by("ana"))

    with room.school.desk.look() as unit:
        (row,) = signed_rows(unit, room.school.desk, Act.STILL_RIGHT)

    assert (row.person, row.roles) == (room.school.people["ana"], None)
