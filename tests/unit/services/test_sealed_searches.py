"""What the rows say of sealed searches: who may work by them, and what of it counts."""

from pathlib import Path

import pytest

from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.keys import TrustAct
from smadmin.domain.sweep_results import RESULT_PART, Signed
from smadmin.domain.sweep_tasks import TASK_PART
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.sealed_searches import against, sealed_searches, search_of, signed_parts
from tests.sweeping import Sweeping, make_sweeping


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    made = make_sweeping(tmp_path)
    made.tasks.seal(made.ana, made.sweep)
    return made


def reasons(sweeping: Sweeping) -> list[str]:
    with sweeping.room.school.desk.look() as unit:
        proven = sweeping.proof.now(unit)
        search = sealed_searches(proven, sweeping.sweep)[0]
        return [one.message.id for one in against(proven, search, sweeping.room.school.clock.at)]


def test_whoever_reads_the_rows_unopened_finds_what_was_sealed(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.look() as unit:
        proven = sweeping.proof.now(unit)
        (search,) = sealed_searches(proven, sweeping.sweep)
        (task,) = unit.sweep_tasks.ids()

        assert search.sealed.pictures == 5
        assert search_of(proven, sweeping.sweep, task) == search
        assert search_of(proven, sweeping.sweep, "another") is None
        assert signed_parts(proven, search) == {}
    assert reasons(sweeping) == []


def test_a_part_that_says_nothing_is_no_search(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        deed.record(Act.SEAL_SWEEP, Noun.SWEEPS, sweeping.sweep, parts={TASK_PART: {"task": "t"}})
    with sweeping.room.school.desk.look() as unit:
        assert len(sealed_searches(sweeping.proof.now(unit), sweeping.sweep)) == 1


def test_an_ended_sweep_and_one_sealed_anew_are_worked_by_no_more(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        deed.record(Act.END_SWEEP, Noun.SWEEPS, sweeping.sweep)

    assert reasons(sweeping) == ["sweeptask.over"]


def test_a_piece_that_there_isnt_and_a_persons_word_count_for_nothing(sweeping: Sweeping) -> None:
    login = sweeping.login()
    with sweeping.room.school.desk.look() as unit:
        (task,) = unit.sweep_tasks.ids()
    for chunk in (-1, 3, 0):
        with login.desk.first_deed(login.by) as deed:
            signed = Signed(task, chunk, "00", 2, 5).to_plain()
            deed.record(Act.SWEEP_PART, Noun.SWEEPS, sweeping.sweep, parts={RESULT_PART: signed})

    with sweeping.room.school.desk.look() as unit:
        proven = sweeping.proof.now(unit)
        (search,) = sealed_searches(proven, sweeping.sweep)
        assert list(signed_parts(proven, search)) == [0]


def test_a_login_that_the_search_wasnt_sealed_to_has_found_nothing(sweeping: Sweeping) -> None:
    other, _ = sweeping.admitted()
    login = sweeping.login(other)
    with sweeping.room.school.desk.look() as unit:
        (task,) = unit.sweep_tasks.ids()
    with login.desk.first_deed(login.by) as deed:
        signed = Signed(task, 0, "00", 2, 5).to_plain()
        deed.record(Act.SWEEP_PART, Noun.SWEEPS, sweeping.sweep, parts={RESULT_PART: signed})

    with sweeping.room.school.desk.look() as unit:
        proven = sweeping.proof.now(unit)
        (search,) = sealed_searches(proven, sweeping.sweep)
        assert signed_parts(proven, search) == {}


def test_once_anything_is_decided_about_matching_faces_a_person_looks_first(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.room.by("pat")) as deed:
        deed.record(Act.DECIDE_MATCHING, Noun.LAW, None)

    assert reasons(sweeping) == ["sweeptask.law"]


def test_nobody_works_for_a_person_whose_key_is_the_schools_no_more(sweeping: Sweeping) -> None:
    key = sweeping.ana.signer.key
    with sweeping.room.school.desk.deed(sweeping.room.by("pat")) as deed:
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key, {"key": key})

    assert reasons(sweeping) == ["sweeptask.sealer-gone"]
