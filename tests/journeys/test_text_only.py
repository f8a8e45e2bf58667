"""A post without pictures, by one person under a standing permission, from the first run to the proof."""

from tests.journeys.roads import permit_alone, text_only_post
from tests.journeys.sitting import Sitting


def test_one_person_writes_releases_and_publishes(seat: Sitting) -> None:
    seat.look_around()
    permit_alone(seat)

    acts = text_only_post(seat)

    assert seat.browser.opened == []  # in the sample school no real page opens
    assert acts.people == {"Maya Ortega"}
    assert acts.total <= 10, acts
