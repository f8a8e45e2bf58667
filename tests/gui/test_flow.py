"""Items in lines keep their lines."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.flow import FlowBox, FlowLayout
from smadmin.ui.labels import PlainLabel


def test_no_line_of_a_flow_is_cut_where_the_card_has_too_little_room(
    qtbot: QtBot, appearance: Appearance
) -> None:
    page, card, box = QWidget(), Card(), FlowBox()
    buttons = [Button(f"Class {number}") for number in range(12)]
    for button in buttons:
        box.flow.addWidget(button)
    card.body.addWidget(box)
    card.body.addWidget(PlainLabel("None chosen means the whole school."))
    QVBoxLayout(page).addWidget(card)
    qtbot.addWidget(page)
    page.resize(320, 120)
    page.show()

    qtbot.waitUntil(lambda: box.height() >= box.flow.heightForWidth(box.width()))

    assert len({button.y() for button in buttons}) > 1
    assert max(button.geometry().bottom() for button in buttons) < box.height()


def test_lower_items_stand_at_half_the_height_of_their_line(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(whole)
    low, high = QWidget(), QWidget()
    for widget, height in ((low, 10), (high, 30)):
        widget.setFixedSize(40, height)
        flow.addWidget(widget)

    whole.resize(200, 60)
    whole.show()

    assert low.geometry().center().y() == high.geometry().center().y()
