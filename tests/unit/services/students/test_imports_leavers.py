"""Children who left: a list of the whole school says each time that they are still gone."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.students import OptOut
from tests.enrolled import Office, make_office
from tests.school import MONDAY

HEAD = "Student Number|First name|Last name|Opted out"
ANN, BEN = "100|Annabel|Quillfeather|photos", "101|Benedict|Rookwood|"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give a school that Annabel left, 40 days ago."""
    made = make_office(tmp_path)
    ana = made.room.by("ana")
    made.take(ana, made.order(ana, "\n".join([HEAD, ANN, BEN])))
    made.take(ana, made.order(ana, "\n".join([HEAD, BEN]), whole=True))
    made.room.school.clock.forward(days=40)
    return made


@pytest.mark.demand("SOC-M3")
def test_a_whole_list_is_right_also_of_those_who_left_before(office: Office) -> None:
    ana = office.room.by("ana")
    assert office.room.students.roster(ana).must_check

    office.take(ana, office.order(ana, "\n".join([HEAD, BEN]), whole=True))

    roster, ann = office.room.students.roster(ana), office.children(ana)["100"]
    assert (roster.must_check, roster.checked_on) == (False, MONDAY.date() + timedelta(days=40))
    assert (ann.left_on, ann.opt_outs) == (MONDAY.date(), frozenset({OptOut.PHOTOS}))
    office.room.students.still_right(ana)  # the rows are what was signed last


def test_a_part_of_the_school_says_nothing_of_who_left(office: Office) -> None:
    ana = office.room.by("ana")

    office.take(ana, office.order(ana, "\n".join([HEAD, BEN])))

    assert office.room.students.roster(ana).must_check
