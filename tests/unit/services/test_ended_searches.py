"""A child's search ends with what allowed it, in the same transaction; others go on."""

from pathlib import Path

import pytest

from smadmin.domain.sweeps import BEGUN_PART
from smadmin.domain.vocabulary import Act
from smadmin.services.ended_searches import end_searches, end_searches_for
from tests.sweeping import Sweeping, make_sweeping


@pytest.fixture
def sweeping(tmp_path: Path) -> Sweeping:
    made = make_sweeping(tmp_path)
    made.tasks.seal(made.ana, made.sweep)
    return made


def test_a_sweeps_files_and_results_go_with_it(sweeping: Sweeping) -> None:
    list(sweeping.login().turns())
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        assert deed.unit.sweep_tasks.waiting()
        assert end_searches(deed.unit, "another") == 0
        assert end_searches(deed.unit, sweeping.sweep) == 1
        assert deed.unit.sweep_tasks.ids() == deed.unit.sweep_tasks.waiting() == ()


def test_what_was_found_goes_too_once_its_file_is_erased(sweeping: Sweeping) -> None:
    list(sweeping.login().turns())
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        assert deed.unit.sweep_tasks.ids() == ()
        assert end_searches_for(deed.unit, lambda one: one != sweeping.ann) == 0
        assert deed.unit.sweep_tasks.waiting()
        assert end_searches_for(deed.unit, lambda one: one == sweeping.ann) == 1
        assert deed.unit.sweep_tasks.waiting() == ()


def test_only_the_files_of_the_child_in_question_go(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        assert end_searches_for(deed.unit, lambda one: one != sweeping.ann) == 0
        assert end_searches_for(deed.unit, lambda one: one == sweeping.ann) == 1


def test_a_file_of_which_nobody_can_tell_whose_it_is_goes_too(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        (begun,) = deed.unit.record.rows(acts=(Act.BEGIN_SWEEP,))
        deed.unit.record.erase_part(begun.seq, BEGUN_PART)

        assert end_searches_for(deed.unit, lambda _: False) == 1


def test_a_file_whose_end_nobody_can_read_goes_too(sweeping: Sweeping) -> None:
    with sweeping.room.school.desk.deed(sweeping.ana) as deed:
        deed.unit._connection.exec_driver_sql("UPDATE sweep_task SET ends_at = 'soon'")

        assert end_searches_for(deed.unit, lambda one: one == sweeping.ann) == 1
        assert deed.unit.sweep_tasks.ids() == ()
