"""Publishing in the sample school, where nothing leaves the computer."""

from PySide6.QtWidgets import QWidget

from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.seated import Seat


def test_in_the_sample_school_an_address_is_made_up_in_one_press(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    at.open(seat.released("x"), window)
    seat.by("maya-ortega")
    at.press()
    at.hand_out("x")

    at.card("x").take_sample.click()
    at.press()

    assert "It is out on its account." in texts(at.screen)
