"""For which children a sweep is proposed."""

from pathlib import Path

import pytest

from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.sweeps import SweepWhy
from tests.swept import EVERYTHING, Swept


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
