"""Covering a child on a photo that was found."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.photos.review import Decision
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, key_of
from smadmin.domain.vocabulary import Act, Noun
from tests.swept import Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_to_cover_unmakes_the_files_and_covers_the_named_face(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.is_on(photo)
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()

    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)

    with swept.road.school.desk.look(swept.ana) as unit:
        kept = unit.photos.get(photo)
    assert [(one.decision, one.student) for one in kept.faces] == [(Decision.OPTED_OUT, swept.maya)]
    assert (kept.exported, kept.made, kept.second) == (None, (), None)
    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert (line.covered, line.done) == (True, False), "the post that shows the child is still out"


def test_to_cover_whom_nobody_named_asks_about_each_face_again(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    swept.sweeps.look_through(swept.ana, sweep, [], [photo])

    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)

    with swept.road.school.desk.look(swept.ana) as unit:
        kept = unit.photos.get(photo)
    assert [(one.decision, one.may_be) for one in kept.faces] == [(Decision.OPEN, (swept.maya,))]
    assert (kept.exported, kept.first) == (None, None)


def test_to_cover_where_no_face_was_found_has_the_photo_looked_at_anew(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    with swept.road.school.store.deed(swept.road.school.id, swept.ana.cells) as unit:
        unit.photos.change(replace(unit.photos.get(photo), faces=()))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    swept.sweeps.look_through(swept.ana, sweep, [], [photo])

    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)
    swept.sweeps.decide(swept.ana, sweep, key_of(photo=photo), Decided.COVER)

    with swept.road.school.desk.look(swept.ana) as unit:
        kept = unit.photos.get(photo)
        decisions = [row.act for row in unit.record.about(Noun.PHOTOS, photo) if row.act == Act.DECIDE_FACES]
    assert (kept.exported, kept.first, kept.second) == (None, None, None)
    assert len(decisions) == 1
