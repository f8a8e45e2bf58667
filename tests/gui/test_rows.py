"""The list of rows: the current one stays over a reload, thousands are painted as they are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.rows import Row, RowList, shortened
from smadmin.ui.theme import State


@pytest.fixture
def rows(qtbot: QtBot, appearance: Appearance) -> RowList:
    del appearance
    made = RowList("rows", title="Children")
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def some(count: int) -> list[Row]:
    return [Row(key=str(i), title=f"Child {i}", note="4b", aside="chess") for i in range(count)]


def test_showing_rows_says_nothing_about_a_choice(rows: RowList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rows.rowChosen):
        rows.show_rows(some(5), "3")

    assert rows.chosen == "3"


def test_the_arrow_keys_choose(rows: RowList, qtbot: QtBot) -> None:
    rows.show_rows(some(5), "3")

    with qtbot.waitSignal(rows.rowChosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Down)

    assert chosen.args == ["4"]


def test_a_row_that_is_gone_leaves_nothing_chosen(rows: RowList) -> None:
    rows.show_rows(some(5), "3")

    rows.show_rows(some(2), "3")

    assert rows.chosen == ""


def test_the_scroll_place_stays_over_a_reload(rows: RowList) -> None:
    rows.show_rows(some(5_000), "")
    rows.verticalScrollBar().setValue(9_000)

    rows.show_rows(some(5_000), "")

    assert rows.verticalScrollBar().value() == 9_000


def test_a_row_is_read_out_whole(rows: RowList) -> None:
    row = Row(key="1", title="Ada", note="4b", aside="chess", state=State.STOP, chip="Opted out")
    rows.show_rows([row], "")

    spoken = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Ada\nOpted out\n4b\nchess"


def test_what_was_cut_before_has_its_dots_once(rows: RowList) -> None:
    metrics = QFontMetricsF(rows.font())
    text = "Painted the garden this week, and the…” and so on"
    end = text.index("…") + 1

    for width in range(20, round(metrics.horizontalAdvance(text))):
        assert not shortened(text, metrics, width).endswith("……")
    assert shortened(text[:end], metrics, 1000) == text[:end]


def test_the_row_that_is_current_already_can_be_opened_again(rows: RowList, qtbot: QtBot) -> None:
    rows.show_rows(some(5), "3")
    again: list[str] = []
    rows.rowAgain.connect(again.append)
    for place in (3, 1):
        middle = rows.visualRect(rows.model().index(place, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert again == ["3"]
    assert rows.chosen == "1"
