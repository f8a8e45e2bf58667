"""The looking list, and what is left to do."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.errors import NotAllowed
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, Found, Narrowed, key_of
from smadmin.domain.vocabulary import Noun
from smadmin.services.sweep_shown import being_searched
from smadmin.services.sweeps import Sweeps
from smadmin.storage import schema
from tests.sweeping import make_sweeping, read_sweep
from tests.swept import Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_a_picture_is_looked_through_once_and_who_is_seen_becomes_a_thing_to_decide(swept: Swept) -> None:
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert {one.photo for one in looking.waiting} == {first, second}
    assert (looking.left, looking.left_in_all, looking.total) == (2, 2, 2)

    swept.sweeps.look_through(swept.ana, sweep, [first, second], [second])
    swept.sweeps.look_through(swept.ana, sweep, [first], [])  # pressed twice: nothing is written twice

    assert swept.acts(sweep) == ["begin-sweep", "look-sweep"]
    view = swept.sweeps.view(swept.ana, sweep)
    assert [(one.item.key, one.item.found) for one in view.lines] == [(key_of(photo=second), Found.SEEN)]
    assert swept.sweeps.looking(swept.ana, sweep).waiting == ()
    # After a restart it goes on where it stopped.
    anew = Sweeps(swept.road.school.desk, swept.road.proof, mode=RosterMode.OPT_OUT)
    assert anew.view(swept.ana, sweep).sweep == view.sweep


@pytest.mark.demand("BAL-B1i1")
def test_what_computers_found_and_nobody_took_in_keeps_it_open_once_their_file_is_gone(
    tmp_path: Path,
) -> None:
    sweeping = make_sweeping(tmp_path)
    sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
    list(sweeping.login().turns())
    desk = sweeping.room.school.desk

    def searched() -> bool:
        with desk.look(sweeping.ana) as unit:
            assert unit.sweep_tasks.ids() == ()
            proven = sweeping.proof.now(unit)
            told = read_sweep(proven, sweeping.sweep)
            assert told is not None
            return being_searched(proven, told, desk.now)

    assert searched()
    sweeping.room.school.clock.forward(days=9)
    assert not searched(), "nobody is left who could open it"
    sweeping.room.school.clock.forward(days=-9)
    sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)
    assert not searched()


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize("how", ["taken away", "given up"])
def test_what_somebody_writes_into_the_store_takes_nothing_down(swept: Swept, how: str) -> None:
    publication = swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    swept.sweeps.decide(swept.ana, sweep, key_of(post=publication.post), Decided.TAKE_DOWN)
    table = schema.publication
    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.delete(table) if how == "taken away" else sa.update(table).values(step=how))

    (line,) = swept.sweeps.view(swept.ana, sweep).lines

    assert (line.done, len(line.posts[0].accounts)) == (False, 1)


def test_the_looking_list_is_narrowed_by_days_and_folder(swept: Swept) -> None:
    photo = swept.photo_of(swept.out("The fair.", photo=True))
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    looking = swept.sweeps.looking(swept.ana, sweep)
    assert looking.days is not None
    day, _ = looking.days
    ((folder, event),) = looking.events

    def left(**narrowed: object) -> tuple[int, int]:
        found = swept.sweeps.looking(swept.ana, sweep, **narrowed)  # type: ignore[arg-type]  # as named
        assert all(one.photo == photo for one in found.waiting)
        return found.left, found.left_in_all

    assert event == "Fair"
    assert left(since=day, until=day, event=folder) == (1, 1)
    assert left(since=day + timedelta(days=1)) == (0, 1)
    assert left(until=day - timedelta(days=1)) == (0, 1)


WHY = "Came to our school in August 2026, after Noa Adler"


@pytest.mark.demand("BAL-B1i1")
def test_what_is_left_can_be_settled_without_a_look_by_saying_why_and_that_can_be_taken_back(
    swept: Swept,
) -> None:
    swept.add("Noa", "Adler")
    first, second = (swept.photo_of(swept.out("The fair.", photo=True)) for _ in range(2))
    swept.says(OptOut.EVERYTHING)
    sweep = swept.begun()
    swept.sweeps.look_through(swept.ana, sweep, [first], [])
    (waits,) = swept.sweeps.looking(swept.ana, sweep).waiting
    for reason in ("", "ill", "x " * 501):
        with pytest.raises(NotAllowed):
            swept.sweeps.leave_out(swept.ana, sweep, reason, Narrowed())
    with pytest.raises(NotAllowed):
        swept.sweeps.leave_out(swept.road.by("bo"), sweep, WHY, Narrowed())

    swept.sweeps.leave_out(swept.ana, sweep, f" {WHY} ", Narrowed(event=waits.set))
    swept.sweeps.leave_out(swept.ana, sweep, WHY, Narrowed())  # nothing is left: nothing is written

    assert swept.acts(sweep) == ["begin-sweep", "look-sweep", "leave-out"]
    later = swept.road.photo(first=None, second=None)
    view = swept.sweeps.view(swept.ana, sweep)
    (line,) = view.left_out
    assert (line.n, line.event, line.left.reason, line.left.photos) == (1, "Fair", WHY, frozenset({second}))
    assert (view.left_to_look, view.end_blockers[0].message.id) == (1, "sweeping.left"), "what came later"

    swept.sweeps.look_after_all(swept.ana, sweep, line.left.key)
    assert {one.photo for one in swept.sweeps.looking(swept.ana, sweep).waiting} == {second, later}
    swept.sweeps.leave_out(swept.ana, sweep, WHY, Narrowed())
    swept.sweeps.end(swept.ana, sweep)

    (line,) = swept.sweeps.view(swept.ana, sweep).left_out
    assert line.n == 2
    with pytest.raises(NotAllowed):
        swept.sweeps.look_after_all(swept.ana, sweep, line.left.key)
    for language, said in (("en", "left out, that nobody"), ("es", "se dejaron fuera")):
        page = swept.sweeps.report(swept.ana, sweep, language).decode()
        assert said in page
        assert "Came to our school in August 2026" in page
        assert "Adler" not in page


def test_pictures_are_left_out_by_days_alone_and_their_reason_lies_sealed(swept: Swept) -> None:
    swept.out("The fair.", photo=True)
    swept.says(OptOut.PHOTOS)
    sweep = swept.begun()
    days = swept.sweeps.looking(swept.ana, sweep).days
    assert days is not None

    swept.sweeps.leave_out(swept.ana, sweep, WHY, Narrowed(until=days[0] - timedelta(days=1)))
    assert swept.sweeps.view(swept.ana, sweep).left_to_look == 1
    swept.sweeps.leave_out(swept.ana, sweep, WHY, Narrowed(*days))

    assert swept.sweeps.view(swept.ana, sweep).left_to_look == 0
    with swept.road.school.desk.look() as unit:
        assert all(b"August" not in row.row.body for row in unit.record.about(Noun.SWEEPS, sweep))
    assert swept.road.school.records.verify(by=swept.ana).whole
