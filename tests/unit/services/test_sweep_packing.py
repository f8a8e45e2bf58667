"""What a search is sealed from: what went out rather than what came in, nothing twice, within the consent."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import MediaId, PhotoId
from smadmin.domain.sweep_tasks import LASTS
from smadmin.domain.sweeps import Sweep
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.sweep_packing import Kept, ends_of, patterns_of, pictures_of
from smadmin.services.sweep_tasks import SweepTasks
from tests.sweeping import Sweeping, kept_files, make_sweeping, read_sweep


@pytest.fixture
def sweeping(tmp_path: Path) -> Sweeping:
    return make_sweeping(tmp_path)


def told(sweeping: Sweeping) -> Sweep:
    with sweeping.room.school.desk.look(sweeping.ana) as unit:
        found = read_sweep(sweeping.proof.now(unit), sweeping.sweep)
    assert found is not None
    return found


def test_the_newest_pictures_come_first_and_none_that_was_looked_at(sweeping: Sweeping) -> None:
    desk, sweep = sweeping.room.school.desk, told(sweeping)
    seen = replace(sweep, passed=frozenset({sweeping.photos[0]}), searched=frozenset({sweeping.photos[3]}))
    kept = kept_files(desk, sweeping.ana)

    found = pictures_of(desk, sweeping.ana, seen, [*kept, (PhotoId("gone"), MediaId(kept[0][1][:-1]))])

    left = set(sweeping.photos) - {sweeping.photos[0], sweeping.photos[3]}
    assert [one.photo for one in found] == sorted(left, reverse=True)


def test_a_search_ends_with_the_familys_consent(sweeping: Sweeping) -> None:
    school, sweep = sweeping.room.school, told(sweeping)
    child = sweeping.room.student(sweeping.ana, sweeping.ann)
    assert child.matching_until is not None
    with school.desk.look(sweeping.ana) as unit:
        own = unit.schools.get(school.id)
        assert ends_of(unit, school.desk, sweep) == school.clock.at + LASTS
        last = own.begins(child.matching_until + timedelta(days=1))
        school.clock.at = last - timedelta(hours=3)
        assert ends_of(unit, school.desk, sweep) == last


def test_only_the_childs_own_patterns_of_one_engine_are_packed(sweeping: Sweeping) -> None:
    school, sweep = sweeping.room.school, told(sweeping)
    with school.desk.deed(sweeping.ana) as deed:
        (own,) = (one for one in deed.unit.templates.all() if one.student == sweeping.ann)
        deed.unit.templates.add(replace(own, id=school.desk.ids.new(), engine="newer"))
        found = patterns_of(deed.unit, school.desk, sweep)

    assert [(one.student, one.engine) for one in found] == [(sweeping.ann, "newer")]


def test_nothing_is_sealed_whose_patterns_changed_while_it_was_packed(sweeping: Sweeping) -> None:
    desk = sweeping.room.school.desk

    def kept(by: Actor) -> Kept:
        with desk.deed(by) as deed:  # a portrait more, taken in at another computer
            one = next(each for each in deed.unit.templates.all() if each.student == sweeping.ann)
            deed.unit.templates.add(replace(one, id="zz-another"))
            deed.roster_changed()
            deed.record(Act.IMPORT, Noun.STUDENTS, None)
        return kept_files(desk, by)

    tasks = SweepTasks(desk, sweeping.proof, read_sweep, kept)
    with pytest.raises(NotAllowed) as caught:
        tasks.seal(sweeping.ana, sweeping.sweep)

    assert [one.message.id for one in caught.value.reasons] == ["sweeptask.changed"]
    with desk.look() as unit:
        assert unit.sweep_tasks.ids() == ()
