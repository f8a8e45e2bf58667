"""The trust tables at the gate: a row past the program keeps nobody out who could set it aside."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.keys import Trust
from smadmin.domain.records import Body, Head
from smadmin.domain.timeline import Timeline
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed
from smadmin.services.heads import NoNote
from smadmin.services.tables import mend
from tests.school import TinySchool, make_school
from tests.unasked import record_unasked


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    made = make_school(tmp_path, staff=("ana", "pat"))
    made.note()
    return made


def shut_out(school: TinySchool) -> None:
    """Let Ana, who has no right to it, end Pat's keys: by a row of hers, and in the tables."""
    ana, desk, pat = school.by("ana"), school.desk, school.people["pat"]
    with desk.store.deed(desk.school, ana.cells) as unit:
        before, head = unit.trust.read(), unit.record.head()
        last = unit.record.at(head.seq)
        assert last is not None
        ended = {id_: replace(key, retired=True) for id_, key in before.keys.items() if key.person == pat}
        told = replace(before, keys={**before.keys, **ended})
        unit.trust.write(before, told)
        roster = Body.from_bytes(last.row.body).roster
        deed = Deed(unit, ana, desk.now, trust=told, head=head, roster=roster, timeline=Timeline())
        key = next(iter(ended))
        record_unasked(deed, Act.RETIRE, Noun.KEYS, key, parts={"trust": {"key": key}})


def tables(school: TinySchool) -> Trust:
    with school.desk.look() as unit:
        return unit.trust.read()


@pytest.mark.parametrize("noted", [lambda school: school.heads.kept(), lambda _school: NoNote.NEVER])
def test_whom_a_row_past_the_program_shut_out_is_let_in_at_the_gate(
    school: TinySchool, noted: Callable[[TinySchool], Head | NoNote]
) -> None:
    before = tables(school)
    shut_out(school)
    assert tables(school) != before
    with pytest.raises(KnownError):
        school.by("pat")

    assert mend(school.desk, noted(school), lambda: school.noted)

    assert tables(school).digest() == before.digest()
    assert school.by("pat").person == school.people["pat"]


def test_what_somebody_signed_rightly_since_stays_as_it_is(school: TinySchool) -> None:
    school.admit("bo", "Bo Lindqvist", set(), by="pat")
    before = tables(school)

    assert not mend(school.desk, school.heads.kept(), lambda: school.noted)

    assert tables(school).digest() == before.digest()


@pytest.mark.parametrize("noted", [lambda _school: NoNote.NEVER, lambda school: school.heads.kept()])
def test_tables_that_differ_from_the_record_are_written_anew_whatever_was_noted(
    school: TinySchool, noted: Callable[[TinySchool], NoNote]
) -> None:
    before = tables(school)
    with school.desk.store.deed(school.id) as unit:
        unit.trust.write(before, replace(before, grants={}))

    assert mend(school.desk, noted(school), lambda: school.noted)

    assert tables(school).digest() == before.digest()


def test_nothing_is_proven_at_the_gate_while_the_keyring_is_silent(
    school: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody waits there; what it would tell is asked once they sit."""
    shut_out(school)
    asked = list[object]()
    monkeypatch.setattr("smadmin.services.tables.proven_now", lambda *told: asked.append(told))

    assert not mend(school.desk, NoNote.SILENT, lambda: school.noted)
    assert asked == []
