"""From the sample school to setting up one's own, and back to what was half written."""

from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.shell.seating import GATE
from tests.journeys.sitting import Sitting

HALF = "The science fair begins"


def test_the_sample_is_left_and_found_again_as_it_was(seat: Sitting) -> None:
    seat.look_around()
    seat.sit("Maya Ortega")
    seat.arrive("today")
    seat.go("compose")
    seat.shown(ComposeScreen).writing.editor.setFocus()
    seat.hand.write(HALF)
    seat.go("today")

    seat.hand.say_press("today.to-own-school")
    seat.arrive("set-up")
    seat.hand.say_press("founding.back")
    seat.arrive(GATE)

    seat.sit("Maya Ortega")
    seat.arrive("today")
    seat.go("compose")
    seat.hand.wait("the draft", lambda: HALF in seat.shown(ComposeScreen).writing.editor.toPlainText())
