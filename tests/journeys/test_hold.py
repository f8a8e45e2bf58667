"""Everything is stopped with one key press before anybody sits here, and goes on by a second."""

from PySide6.QtWidgets import QLineEdit

from tests.journeys.roads import PRINCIPAL
from tests.journeys.sitting import Sitting

KEYS = "Ctrl+Shift+X"
WHY, OVER = "A storm is coming.", "The storm is over."


def test_everything_stops_by_one_key_and_goes_on_by_the_same(seat: Sitting) -> None:
    hand = seat.hand
    seat.look_around()
    hand.key(KEYS)
    hand.wait("the question who it is", lambda: hand.says(hand.said("crisis.signs-in-first")))

    seat.sit(PRINCIPAL)
    hand.wait_for(hand.said("crisis.why"), QLineEdit)
    assert seat.office.crises.now(seat.office.session.actor) is not None
    hand.write(WHY)
    hand.key("Return")
    hand.wait("the reason above the screen", lambda: hand.says(WHY))
    seat.go("plan")
    assert hand.says(hand.said("crisis.banner"))

    hand.key(KEYS)
    hand.wait_for(hand.said("crisis.end-why"), QLineEdit)
    hand.write(OVER)
    hand.key("Return")
    hand.wait("that it goes on", lambda: hand.says(hand.said("crisis.went-on")))

    assert not hand.says(hand.said("crisis.banner"))
    assert seat.office.crises.now(seat.office.session.actor) is None
