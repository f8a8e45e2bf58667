"""A new no to a finished search: a post taken down, a picture covered, one kept with a reason, the report."""

from pathlib import Path

import pytest

from smadmin.domain.sweeps import Decided, Found, SweepStep
from tests.journeys.sitting import Sitting
from tests.journeys.sweep_road import CHILD, lay_there, save_as, search


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.demand("BAL-B1j2")
def test_a_new_no_leads_to_a_finished_search(seat: Sitting, tmp_path: Path) -> None:
    seat.look_around()
    lay_there(seat.office, tmp_path / "out")

    acts = search(seat)
    file = tmp_path / "report.html"
    save_as(seat, file)
    seat.hand.wait("the file", file.exists)

    (sweep,) = seat.office.sweeps.all(seat.office.session.actor)
    assert sweep.step is SweepStep.ENDED
    assert {one.decided for one in sweep.items if one.found is Found.NAME} == {Decided.TAKE_DOWN}
    seen = [one.decided for one in sweep.items if one.found is Found.SEEN]
    assert sorted(one for one in seen if one) == [Decided.COVER, Decided.KEEP]
    assert CHILD in file.read_text("utf-8")
    assert acts.total <= 24
