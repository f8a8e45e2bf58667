"""Sweeps as the record has them."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import NotAllowed
from smadmin.domain.photos.boxes import Box
from smadmin.domain.students import OptOut
from smadmin.domain.sweep_results import TAKEN_PART, Hit, PartResult, Searched, Taken
from smadmin.domain.sweeps import PASSED_PART, Decided, Found
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.clocks import Clocks
from smadmin.services.retention import Keeping
from smadmin.storage import schema
from tests.faults.forgeries import sign_row
from tests.swept import Swept, sweeps_on


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_a_second_no_while_one_is_open_makes_no_twin(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.NAMES)
    sweep = swept.begun()
    swept.sweeps.decide(
        swept.ana, sweep, swept.sweeps.view(swept.ana, sweep).lines[0].item.key, Decided.KEEP, "x"
    )
    swept.road.school.clock.forward(hours=1)
    swept.says(OptOut.EVERYTHING)
    assert len(swept.sweeps.proposed(swept.ana)) == 1
    swept.out("Maya Ortega again.")

    assert swept.begun() == sweep

    view = swept.sweeps.view(swept.ana, sweep)
    assert [one.item.decided for one in view.lines] == [Decided.KEEP, None]
    assert view.sweep.pictures
    assert swept.sweeps.proposed(swept.ana) == ()


def test_two_children_have_a_sweep_each(swept: Swept) -> None:
    noa = swept.add("Noa", "Adler")
    swept.out("Noa Adler and Maya Ortega sang together.")
    swept.says(OptOut.NAMES)
    swept.says(OptOut.NAMES, student=noa)

    one, other = swept.begun(), swept.sweeps.begin(swept.ana, noa).value
    swept.sweeps.decide(
        swept.ana, one, swept.sweeps.view(swept.ana, one).lines[0].item.key, Decided.KEEP, "x"
    )

    assert [sweep.id for sweep in swept.sweeps.all(swept.ana)] == [other, one]
    (line,) = swept.sweeps.view(swept.ana, other).lines
    assert line.item.decided is None


def test_a_row_about_a_sweep_names_no_child_outside_of_its_parts(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()

    with swept.road.school.desk.look() as unit:
        (row,) = unit.record.about(Noun.SWEEPS, sweep)
    assert row.act == Act.BEGIN_SWEEP
    assert swept.maya.encode() not in row.row.body
    with swept.road.school.store._engine.begin() as raw:
        parts = raw.execute(sa.select(schema.record_part).where(schema.record_part.c.seq == row.seq)).all()
    assert parts
    assert all(one.sealed and swept.maya.encode() not in bytes(one.content) for one in parts)


def test_destroyed_details_end_a_sweep_and_its_no_isn_t_proposed_again(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    swept.road.school.clock.forward(hours=1)
    swept.begun()
    assert len(swept.sweeps.all(swept.ana)) == 1
    school, road = swept.road.school, swept.road
    school.clock.forward(days=4 * 366)
    pat, cem = road.by("pat"), road.by("cem")
    Clocks(school.desk, road.proof).vouch(pat)
    keeping = Keeping(school.desk, road.reader, road.proof, road.media)
    keeping.order(pat)
    keeping.sign(cem)

    sweeps = sweeps_on(school.desk, road.proof)
    assert (sweeps.all(pat), sweeps.proposed(pat)) == ((), ())
    assert school.records.verify(by=pat).whole


def test_what_the_engine_found_joins_what_is_there_and_doubtful_pictures_wait_for_a_person(
    swept: Swept,
) -> None:
    clear, hit, unsure, broken = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(4))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    face = Hit("pattern", sure=False, distance=5_500, box=Box(0, 0, 9, 9))
    searched = (
        Searched(clear, 2),
        Searched(hit, 1, hits=(face,)),
        Searched(unsure, 2, unsure=1),
        Searched(broken, error="imaging.broken"),
    )
    taken = Taken((PartResult("task", 0, searched),))
    with swept.road.school.desk.deed(swept.ana) as deed:
        deed.record(Act.TAKE_SWEEP, Noun.SWEEPS, sweep, parts={TAKEN_PART: taken.to_plain()})

    view = swept.sweeps.view(swept.ana, sweep)

    assert [(one.item.photo, one.item.found, one.item.sure) for one in view.lines] == [
        (hit, Found.FACE, False)
    ]
    assert view.sweep.searched == {clear, hit}
    left = swept.sweeps.looking(swept.ana, sweep)
    assert {one.photo for one in left.waiting} == {unsure, broken}


def test_rows_of_who_doesn_t_keep_the_list_say_nothing(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.NAMES)
    sweep = swept.begun()

    with pytest.raises(NotAllowed), swept.road.school.desk.deed(swept.road.by("bo")) as deed:
        deed.record(Act.END_SWEEP, Noun.SWEEPS, sweep)

    assert swept.sweeps.view(swept.ana, sweep).sweep.ended_at is None


def test_a_row_behind_the_end_changes_nothing_of_a_sweep(swept: Swept) -> None:
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    swept.sweeps.end(swept.ana, sweep)
    before = swept.sweeps.view(swept.ana, sweep).sweep

    page = {"passed": ["later"], "seen": ["later too"]}
    sign_row(swept.road, swept.ana, Act.LOOK_SWEEP, Noun.SWEEPS, sweep, **{PASSED_PART: page})

    assert swept.acts(sweep) == ["begin-sweep", "end-sweep", "look-sweep"]
    assert sweeps_on(swept.road.school.desk, swept.road.proof).view(swept.ana, sweep).sweep == before
