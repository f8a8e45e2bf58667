"""What another program signs for who leaves changes no list that is gathered before the record is proven."""

from pathlib import Path

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.departures import Leaving
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.enrolling.tables import Table
from smadmin.domain.people import Role
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departures import Departures
from smadmin.services.held import run_out
from smadmin.services.students.imports import IMPORT_PART, Imports
from tests.road import Road, make_road, shipped
from tests.unit.services.test_leavers_silence import changed_program

pytestmark = pytest.mark.demand("BAL-B1b3")


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """A school that Dee leaves, and Eli, another principal."""
    road = make_road(tmp_path)
    road.school.admit("eli", "Eli Stone", {Role.PRINCIPAL}, by="pat")
    people = road.school.people
    departures = Departures(road.school.desk, road.proof, lambda: shipped().platforms)
    for who in ("dee", "eli"):
        departures.begin(road.by("pat"), Leaving(person=people[who], successor=people["ana"]))
    return road


def test_a_true_release_has_not_run_out_by_another_of_theirs(road: Road) -> None:
    post = road.released(by="bo")
    desk = road.school.desk
    with changed_program(road), desk.deed(road.by("dee")) as deed:
        deed.record(Act.APPROVE, Noun.POSTS, post, parts={"manifest": {}})
    road.proof.catch_up(road.by("pat"))

    with desk.look(road.by("pat")) as unit:
        draft, pack = unit.posts.get(post), road.reader.pack(unit)
        assert not run_out(unit, draft, pack, desk.now, desk.mute)


def test_no_column_of_the_childrens_list_means_what_they_said(road: Road) -> None:
    desk = road.school.desk
    said: dict[str, Plain] = {"columns": [["Foto OK", Meaning.GROUPS.value]]}
    with changed_program(road), desk.deed(road.by("eli")) as deed:
        deed.record(Act.IMPORT, Noun.STUDENTS, None, parts={IMPORT_PART: said})
    road.proof.catch_up(road.by("pat"))
    imports = Imports(desk, None, None, mode=RosterMode.OPT_OUT)  # type: ignore[arg-type]  # it reads no file

    assert imports.meanings(road.by("pat"), Table(("Foto OK",), ())) == {}
