"""What went well lies over a screen, and over no line that somebody types in."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.toasts import ANSWER, Toasts


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_toast_gives_way_to_a_line_that_comes_to_it_and_looks_only_when_something_moves(
    host: QWidget, qtbot: QtBot
) -> None:
    line = QLineEdit(host)
    line.setGeometry(100, 20, 300, 30)
    line.show()
    line.setFocus()
    toasts, toast = Toasts(host), QPushButton("It is kept.")
    toasts.add(toast)
    own = toasts.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert all(timer.isSingleShot() for timer in own)

    line.move(100, 250)

    qtbot.waitUntil(lambda: toast.mapTo(host, toast.rect().bottomLeft()).y() < line.y())


def test_a_toast_lies_over_no_answer(host: QWidget, qtbot: QtBot) -> None:
    answer = QLabel("another post within the hour", host)
    answer.setObjectName(ANSWER)
    answer.setGeometry(0, 260, 600, 30)
    answer.show()
    toasts, toast = Toasts(host), QPushButton("It is planned.")

    toasts.add(toast)

    lowest = toast.mapTo(host, toast.rect().bottomLeft()).y()
    assert lowest < answer.y()


def test_a_toast_leaves_a_button_that_comes_later_where_it_lies(host: QWidget, qtbot: QtBot) -> None:
    page, area = QWidget(), QScrollArea(host)
    column = QVBoxLayout(page)
    words = QLabel("What was entered")
    words.setFixedHeight(100)
    column.addWidget(words)
    column.addStretch()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setGeometry(0, 0, 600, 300)
    area.show()
    toasts, toast = Toasts(host), QLabel("Entered.")
    toast.setAutoFillBackground(True)
    toasts.add(toast)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in toasts.findChildren(QTimer)))

    before = toasts.geometry()
    words.setFixedHeight(before.y() - 20)
    button = QPushButton("Ask for advice")
    column.insertWidget(1, button)
    button.show()
    column.activate()
    assert before.intersects(_on(host, button))

    qtbot.waitUntil(lambda: not toasts.geometry().intersects(_on(host, button)))

    assert host.rect().contains(toasts.geometry())


def _on(host: QWidget, one: QWidget) -> QRect:
    return QRect(one.mapTo(host, QPoint(0, 0)), one.size())
