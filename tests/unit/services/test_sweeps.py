"""Deciding and ending: what shall go is gone first, what stays has a reason."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut
from smadmin.domain.sweeps import Decided, SweepId, SweepStep, key_of
from smadmin.services.sweep_views import SweepView
from smadmin.services.sweeps import Sweeps
from smadmin.storage import schema
from tests.afterwards import take_down
from tests.swept import NOW, Swept


@pytest.fixture
def swept(tmp_path: Path) -> Swept:
    return Swept(tmp_path)


def test_what_shall_go_keeps_a_sweep_open_until_it_is_gone_everywhere(swept: Swept) -> None:
    publication = swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep, key = swept.begun(), key_of(post=publication.post)
    with pytest.raises(NotAllowed) as refused:
        swept.sweeps.end(swept.ana, sweep)
    assert refused.value.happened.id == "sweeping.undecided"

    swept.sweeps.decide(swept.ana, sweep, key, Decided.TAKE_DOWN)
    with pytest.raises(NotAllowed) as refused:
        swept.sweeps.end(swept.ana, sweep)
    assert refused.value.happened.id == "sweeping.still-out"
    take_down(swept.direct, publication, NOW)
    swept.sweeps.end(swept.ana, sweep)

    view = swept.sweeps.view(swept.ana, sweep)
    assert view.sweep.step is SweepStep.ENDED
    assert [one.done for one in view.lines] == [True]
    assert swept.acts(sweep) == ["begin-sweep", "decide-sweep", "end-sweep"]
    with pytest.raises(NotAllowed):
        swept.sweeps.decide(swept.ana, sweep, key, Decided.NOT_THIS_CHILD)


def test_keeping_wants_a_reason_and_words_can_t_be_covered(swept: Swept) -> None:
    key = key_of(post=swept.out().post)
    swept.says(OptOut.NAMES)
    sweep = swept.begun()

    for decided, reason in ((Decided.KEEP, " "), (Decided.KEEP, "x" * 1001), (Decided.COVER, "")):
        with pytest.raises(NotAllowed):
            swept.sweeps.decide(swept.ana, sweep, key, decided, reason)
    swept.sweeps.decide(swept.ana, sweep, key, Decided.KEEP, "The family agreed to this one")
    swept.sweeps.decide(swept.ana, sweep, key, Decided.NOT_THIS_CHILD)

    (line,) = swept.sweeps.view(swept.ana, sweep).lines
    assert (line.item.decided, line.done) == (Decided.NOT_THIS_CHILD, True)
    with pytest.raises(KnownError):
        swept.sweeps.decide(swept.ana, sweep, "post:none", Decided.NOT_THIS_CHILD)


def test_a_list_that_was_changed_by_hand_stops_it(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)
    with swept.road.school.desk.look(swept.ana) as unit:
        older = unit.students.stored()[swept.maya]
    swept.says()
    table = schema.student
    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.update(table).where(table.c.id == swept.maya).values(body=older))

    with pytest.raises(Tampered):
        swept.sweeps.begin(swept.ana, swept.maya)


def test_a_sweep_isn_t_ended_by_what_somebody_saw_before_more_was_said(swept: Swept) -> None:
    publication = swept.out()
    swept.says(OptOut.EVERYTHING)
    sweep, key = swept.begun(), key_of(post=publication.post)
    swept.sweeps.decide(swept.ana, sweep, key, Decided.NOT_THIS_CHILD)

    class Overtaken(Sweeps):
        """Somebody at another computer decides anew while this one looks."""

        @override
        def view(self, by: Actor, sweep: SweepId) -> SweepView:
            seen = super().view(by, sweep)
            swept.sweeps.decide(by, sweep, key, Decided.TAKE_DOWN)
            return seen

    overtaken = Overtaken(swept.road.school.desk, swept.road.proof, mode=RosterMode.OPT_OUT)
    with pytest.raises(KnownError) as refused:
        overtaken.end(swept.ana, sweep)

    assert refused.value.happened.id == "store.conflict"
    assert swept.sweeps.view(swept.ana, sweep).sweep.step is SweepStep.OPEN


def test_what_was_found_for_a_child_who_was_changed_meanwhile_is_not_kept(swept: Swept) -> None:
    swept.out()
    swept.says(OptOut.EVERYTHING)

    with pytest.raises(KnownError) as refused:
        swept.sweeps.begin(swept.ana, swept.maya, lambda _done, _of: swept.says(OptOut.NAMES))

    assert refused.value.happened.id == "store.conflict"
    assert swept.sweeps.all(swept.ana) == ()
