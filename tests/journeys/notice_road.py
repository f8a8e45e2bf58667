"""The road of a notice: the principal signs its text once, and one morning somebody sends it (YEL-B1)."""

from PySide6.QtWidgets import QCheckBox

from tests.journeys.hand import Acts
from tests.journeys.roads import AUTHOR, PRINCIPAL
from tests.journeys.sitting import Sitting


def sign_a_text(seat: Sitting) -> None:
    """Let the principal sign the proposed closure for the author (uncounted)."""
    hand = seat.hand
    seat.sit(PRINCIPAL)
    hand.say_press("today.notices")
    seat.arrive("notices")
    hand.say_press("noticeui.sign-another")
    hand.press(AUTHOR, QCheckBox)
    hand.say_press("noticeui.sign")
    hand.wait("the signed text", lambda: hand.says("\u2039day\u203a"))
    seat.lock()


def send_notice(seat: Sitting) -> Acts:
    """From sign-in to released on every account; what each account still asks comes after it."""
    hand = seat.hand
    seat.sit(AUTHOR)
    hand.acts = Acts(people={AUTHOR})
    hand.say_press("today.notices")
    seat.arrive("notices")
    hand.wait("the blanks", lambda: hand.says("Day"))
    hand.settled()
    hand.write("Monday")
    hand.key("Tab")
    hand.write("snow")
    hand.key("Ctrl+Return")
    seat.arrive("publish")
    return hand.acts
