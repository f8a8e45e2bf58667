"""A dialog with fields is never taller than the screen: what it asks scrolls, its buttons stay."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import Field

_REFUSED = "These letters aren't on the page whose number you typed. Look at both again, please."


def asking(window: QWidget, fields: int) -> tuple[FormDialog, list[Field]]:
    """Open a dialog with so many fields."""
    window.show()
    dialog = FormDialog(
        "Entered", "What is asked.", main="Enter it", leave="Not now", width_px=480, parent=window
    )
    found = [Field(f"Field {number}", QLineEdit()) for number in range(fields)]
    for field in found:
        dialog.fields.addWidget(field)
    found[0].control.setFocus()
    dialog.open()
    return dialog, found


def inside(dialog: FormDialog, widget: QWidget) -> bool:
    """Tell whether a widget is seen whole, in the dialog and in what scrolls."""
    around = dialog.middle.viewport() if dialog.middle.isAncestorOf(widget) else dialog
    place = widget.rect().translated(widget.mapTo(around, QPoint(0, 0)))
    return around.rect().contains(place)


def test_it_is_as_tall_as_its_fields_where_the_screen_has_the_room(window: QWidget, qtbot: QtBot) -> None:
    dialog, fields = asking(window, 3)

    qtbot.waitUntil(lambda: all(inside(dialog, one) for one in fields))

    assert dialog.middle.verticalScrollBar().maximum() == 0


def test_it_stands_over_the_middle_of_its_window(
    window: QWidget, qtbot: QtBot, appearance: Appearance
) -> None:
    appearance.enlarge()
    window.resize(700, 700)
    dialog, _ = asking(window, 3)

    def middle(widget: QWidget) -> int:
        return widget.frameGeometry().center().x()

    qtbot.waitUntil(lambda: abs(middle(dialog) - middle(window)) <= 8)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_refused_makes_it_no_taller_than_the_screen(
    window: QWidget, qtbot: QtBot, appearance: Appearance, scale: float
) -> None:
    while appearance.text_scale < scale:
        appearance.enlarge()
    dialog, fields = asking(window, 8)
    window.move(0, 300)
    for field in fields:
        field.show_error(_REFUSED)

    room = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: dialog.middle.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))

    assert inside(dialog, dialog.main)
    dialog.activateWindow()
    for field, following in itertools.pairwise(fields):
        qtbot.waitUntil(field.control.hasFocus)
        QTest.keyClick(field.control, Qt.Key.Key_Tab)
        qtbot.waitUntil(following.control.hasFocus)
    qtbot.waitUntil(lambda: inside(dialog, fields[-1].control))


def test_a_choice_of_long_words_pushes_nothing_over_the_edge(window: QWidget, qtbot: QtBot) -> None:
    dialog, fields = asking(window, 2)
    choice = QComboBox()
    choice.addItem(_REFUSED)
    dialog.fields.addWidget(Field("Who", choice))

    qtbot.waitUntil(lambda: all(inside(dialog, one) for one in (choice, *fields)))


def test_what_changes_in_it_leaves_it_scrolled_where_it_was(window: QWidget, qtbot: QtBot) -> None:
    dialog, fields = asking(window, 16)
    bar = dialog.middle.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)

    fields[0].show_error(_REFUSED)
    before = bar.maximum()
    qtbot.waitUntil(lambda: bar.maximum() > before)

    assert bar.value() == 100


def test_it_needs_no_bar_any_more_once_what_was_wrong_is_right(window: QWidget, qtbot: QtBot) -> None:
    dialog, fields = asking(window, 8)
    for field in fields:
        field.show_error(_REFUSED * 3)
    qtbot.waitUntil(lambda: dialog.middle.verticalScrollBar().maximum() > 0)

    for field in fields:
        field.clear_error()

    qtbot.waitUntil(lambda: dialog.middle.verticalScrollBar().maximum() == 0)
    assert all(inside(dialog, one) for one in fields)
