"""The legal hold as the record tells it."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.vocabulary import Act, Noun
from tests.faults.forgeries import sign_row
from tests.records_kept import Kept, make_kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return make_kept(tmp_path)


@pytest.mark.demand("BLO-II")
def test_a_legal_hold_beats_every_order_until_two_lift_it(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    keeping.order(road.by("pat"))
    keeping.put_on_hold(road.by("cem"), "A lawsuit")

    with pytest.raises(NotAllowed) as refused:
        keeping.sign(road.by("cem"))
    assert "retention.held" in [one.message.id for one in refused.value.reasons]
    with pytest.raises(NotAllowed):
        keeping.put_on_hold(road.by("ana"), "No right to it")
    keeping.lift_hold(road.by("cem"))
    with pytest.raises(NotAllowed):
        keeping.lift_hold(road.by("cem"))
    hold = keeping.view(road.by("pat")).hold
    assert hold is not None
    assert (hold.why, hold.lifted_by) == ("A lawsuit", ("Cem Aydin",))

    keeping.lift_hold(road.by("pat"))
    keeping.sign(road.by("cem"))
    assert kept.faults() == []


def test_an_order_waits_until_somebody_else_signs_whatever_row_its_giver_writes(kept: Kept) -> None:
    road, keeping = kept.road, kept.keeping
    order = keeping.order(road.by("pat")).value

    sign_row(road, road.by("pat"), Act.SIGN_DESTRUCTION, Noun.DESTRUCTIONS, order.id)

    waiting = keeping.view(road.by("cem")).order
    assert waiting is not None
    assert waiting.id == order.id
