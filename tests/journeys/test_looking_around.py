"""The first run: look around in the sample school, and sit down."""

from tests.journeys.sitting import Sitting


def test_somebody_looks_around_and_sits_down(seat: Sitting) -> None:
    seat.look_around()

    seat.sit("Maya Ortega")

    seat.hand.wait("her name", lambda: seat.hand.says("Maya Ortega"))
    seat.hand.wait("her school", lambda: seat.hand.says("Lincoln Elementary School"))
