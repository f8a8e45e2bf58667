"""A phone's forty photos, ten of them wanted: what two looks cost two people."""

from pathlib import Path

from tests.journeys.forty_road import first_look_at_ten, second_look_at_ten
from tests.journeys.hand import Acts
from tests.journeys.sitting import Sitting


def test_ten_of_forty_photos_are_looked_at_twice_within_their_acts(seat: Sitting, tmp_path: Path) -> None:
    seat.look_around()
    seat.hand.acts = Acts()

    first = first_look_at_ten(seat, tmp_path / "camera")
    seat.hand.acts = Acts()
    second = second_look_at_ten(seat)

    assert first.total <= 60, first
    assert second.total <= 25, second
    assert (first.people, second.people) == ({"Maya Ortega"}, {"Daniel Reyes"})
