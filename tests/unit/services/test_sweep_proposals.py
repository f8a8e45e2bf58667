"""For which children a sweep is proposed."""

from pathlib import Path

import pytest

from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import SweepWhy
from smadmin.services.proof import Proof
from tests.darkroom import FACTS
from tests.enrolled import make_office
from tests.seeing import ANN, picture
from tests.swept import EVERYTHING, Swept, sweeps_on


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_a_no_of_a_child_on_the_list_is_proposed_until_somebody_begins(swept: Swept) -> None:
    swept.says(OptOut.EVERYTHING)
    assert swept.sweeps.proposed(swept.ana) == (), "nothing is out, so there is nothing to search"
    swept.out()
    swept.students.add(swept.ana, StudentEntry("Noa", "Adler", (), EVERYTHING))

    (proposed,) = swept.sweeps.proposed(swept.ana)
    assert (proposed.student, proposed.name, proposed.why) == (swept.maya, "Maya Ortega", SweepWhy.OPTED_OUT)

    swept.begun()
    assert swept.sweeps.proposed(swept.ana) == ()


def test_less_of_a_no_proposes_nothing_and_a_yes_again_takes_the_proposal_back(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.CREATIVE_WORK)
    assert swept.sweeps.proposed(swept.ana) == ()
    swept.says(OptOut.PHOTOS, OptOut.NAMES)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.says(OptOut.NAMES)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.says()

    assert swept.sweeps.proposed(swept.ana) == ()


def test_a_yes_to_photos_that_is_taken_back_is_proposed(swept: Swept) -> None:
    swept.out()
    for given in (True, False):
        with swept.road.school.desk.look(swept.ana) as unit:
            version = unit.students.get(swept.maya).version
        swept.students.set_photo_consent(swept.ana, swept.maya, version=version, given=given)

    (proposed,) = swept.sweeps.proposed(swept.ana)
    assert proposed.why is SweepWhy.CONSENT_ENDED
    view = swept.sweeps.view(swept.ana, swept.begun())
    assert view.sweep.pictures


def test_a_kill_while_it_is_searched_leaves_it_proposed(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)

    def killed(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swept.sweeps.begin(swept.ana, swept.maya, killed)

    assert len(swept.sweeps.proposed(swept.ana)) == 1
    assert swept.sweeps.all(swept.ana) == ()


def test_a_list_that_brings_a_no_for_a_known_child_proposes_it(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    ana, school = office.room.by("ana"), office.room.school
    titles = "Student Number|First name|Last name|Class|Opted out\n"
    office.take(ana, office.order(ana, f"{titles}100|Annabel|Quillfeather|4b|\n"))
    file = office.room.file("1.pic", picture((ANN, 20)))
    office.room.intake.take_in(ana, FACTS, [file])

    second = "100|Annabel|Quillfeather|4b|photos\n101|Benedict|Rookwood|4b|yes\n"
    office.take(ana, office.order(ana, titles + second))

    sweeps = sweeps_on(school.desk, Proof(school.desk, lambda: school.noted))
    assert [(one.name, one.why) for one in sweeps.proposed(ana)] == [
        ("Annabel Quillfeather", SweepWhy.OPTED_OUT)
    ]


def test_who_comes_on_the_list_with_a_no_is_told_apart_where_something_was_out_before(swept: Swept) -> None:
    first = swept.students.add(swept.ana, StudentEntry("Noa", "Adler", (), EVERYTHING)).value
    swept.road.school.clock.forward(hours=1)
    publication = swept.out("Lia Sol and Noa Adler sing in the choir.")
    assert swept.sweeps.entered(swept.ana) == (), "who was on the list before anything was out"
    swept.road.school.clock.forward(hours=1)
    swept.students.add(swept.ana, StudentEntry("Own", "Work", (), frozenset({OptOut.CREATIVE_WORK})))
    new = [
        swept.students.add(swept.ana, StudentEntry(given, "Sol", (), EVERYTHING)).value
        for given in ("Lia", "Ben")
    ]

    assert {one.student for one in swept.sweeps.entered(swept.ana)} == set(new)
    assert swept.sweeps.proposed(swept.ana) == ()
    swept.says(student=new[1])
    assert [one.name for one in swept.sweeps.entered(swept.ana)] == ["Lia Sol"], "a yes since"
    swept.road.school.clock.forward(hours=1)
    swept.says(OptOut.NAMES, student=new[1])
    assert [one.student for one in swept.sweeps.proposed(swept.ana)] == [new[1]], "a no of its own"
    assert [one.student for one in swept.sweeps.entered(swept.ana)] == [new[0]]

    read = list[tuple[int, int]]()
    done = swept.sweeps.begin_all(swept.ana, (*new, first), lambda *far: read.append(far)).value

    assert read == [(1, 1)], "all is read once for all of them"
    found = {
        view.sweep.student: [(one.item.post, one.item.sure) for one in view.lines]
        for view in (swept.sweeps.view(swept.ana, one) for one in done)
    }
    assert found == {new[0]: [(publication.post, True)], new[1]: [], first: [(publication.post, True)]}
    assert swept.sweeps.entered(swept.ana) == swept.sweeps.proposed(swept.ana) == ()


def test_a_list_that_brings_children_with_a_no_is_told_apart_once_pictures_are_kept(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    ana, school = office.room.by("ana"), office.room.school
    titles = "Student Number|First name|Last name|Class|Opted out\n"
    office.take(ana, office.order(ana, f"{titles}100|Annabel|Quillfeather|4b|photos\n"))
    sweeps = sweeps_on(school.desk, Proof(school.desk, lambda: school.noted))
    assert sweeps.entered(ana) == (), "the first list of a school"
    school.clock.forward(hours=1)
    file = office.room.file("1.pic", picture((ANN, 20)))
    office.room.intake.take_in(ana, FACTS, [file])
    assert sweeps.entered(ana) == ()
    school.clock.forward(hours=1)

    known = "100|Annabel|Quillfeather|4b|photos\n"
    office.take(ana, office.order(ana, f"{titles}{known}101|Benedict|Rookwood|4b|yes\n102|Cleo|Marsh|4b|\n"))

    assert [one.name for one in sweeps.entered(ana)] == ["Benedict Rookwood"]
    assert sweeps.proposed(ana) == ()
