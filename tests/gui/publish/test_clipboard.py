"""What saves acts at Publish: the right handle hands out, a copied address is taken; nothing else is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.publications import PublicationStep
from smadmin.ui.publish.lane import ANOTHER
from tests.gui.publish.at_publish import X_LINK, AtPublish
from tests.gui.seated import Seat
from tests.road import publications_of


def test_only_the_awaited_address_is_taken_from_the_clipboard(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.copy_in_browser(X_LINK)
    at.hand_out("x")
    line = at.card("x").link

    for other in ("hunter2", "https://x.com/somebody_else/status/1990000000000000001", f"see {X_LINK}"):
        at.copy_in_browser(other)
        assert line.text() == ""
    at.copy_in_browser(f"{X_LINK}\n")
    assert line.text() == X_LINK
    at.copy_in_browser(X_LINK.replace("0001", "0002"))
    assert line.text() == X_LINK
    assert publications_of(seat.office.desk, post)[0].step is PublicationStep.HANDED_OUT


def test_an_arrow_key_answers_nothing_and_another_handle_hands_nothing_out(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    post = seat.released("x")
    seat.by("maya-ortega")
    at.open(post, window)
    buttons = at.card("x").choice.buttons
    next(iter(buttons.values())).setFocus()

    for _ in buttons:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        assert not any(one.isChecked() for one in buttons.values())
    buttons[ANOTHER].click()
    seat.settle()

    assert publications_of(seat.office.desk, post) == ()
    assert at.outside.clipboard == []
