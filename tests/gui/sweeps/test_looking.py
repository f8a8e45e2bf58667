"""The looking list by the keyboard alone: marked, passed page by page; nothing is passed unseen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import PhotoId, PhotoSetId, StudentId
from smadmin.services.sweep_views import Looking, LookPicture
from smadmin.ui.sweeps.looking import LookingPage
from smadmin.ui.sweeps.paging import LookShown, Narrowed
from smadmin.ui.wording import Wording
from tests.gui.sweeps.drawn import DrawnPictures

DAYS = (date(2026, 1, 3), date(2026, 11, 3))
FIELD = PhotoSetId("field")


def shown(*names: str, left: int | None = None) -> LookShown:
    waiting = tuple(LookPicture(PhotoId(one), None, FIELD, "Field day", DAYS[0]) for one in names)
    n = len(waiting) if left is None else left
    looking = Looking(waiting, n, n, 40, ((FIELD, "Field day"),), DAYS)
    return LookShown(StudentId("child"), "Ana Lucía Ruiz", looking, None)


@pytest.fixture
def pictures(window: QWidget) -> DrawnPictures:
    return DrawnPictures(window)


@pytest.fixture
def page(window: QWidget, words: Wording, pictures: DrawnPictures, qtbot: QtBot) -> LookingPage:
    made = LookingPage(words, pictures)
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitExposed(window):
        window.show()
    made.show_looking(shown(*[f"p{n:02}" for n in range(30)]))
    made.begin()
    qtbot.waitUntil(lambda: made.pages.size > 1)
    return made


def ready(page: LookingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.page_button.isEnabled)


@pytest.mark.demand("BAL-B1i1")
def test_by_arrows_space_and_enter_a_page_is_gone_through(page: LookingPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    first = [one.photo for one in page.pages.page]
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert page.grid.tiles.tiles[1].picked

    with qtbot.waitSignal(page.passed) as passed:
        QTest.keyClick(page.grid, Qt.Key.Key_Return)

    assert passed.args == [tuple(first), (first[1],)]
    assert page.pages.page[0].photo == f"p{len(first):02}"
    assert page.grid.current == page.pages.page[0].photo
    QTest.keyClick(page.grid, Qt.Key.Key_PageUp)
    assert [one.photo for one in page.pages.page] == first
    assert page.grid.tiles.tiles[1].picked


def test_a_page_isnt_passed_while_a_picture_of_it_is_still_being_opened(
    page: LookingPage, pictures: DrawnPictures, qtbot: QtBot
) -> None:
    ready(page, qtbot)
    last = page.pages.page[-1].photo
    pictures.coming.add(last)
    page.show_looking(shown(*[f"p{n:02}" for n in range(30)]))
    passed: list[object] = []
    page.passed.connect(lambda *args: passed.append(args))

    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert passed == []
    assert not page.page_button.isEnabled()

    pictures.arrive(last)
    ready(page, qtbot)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert len(passed) == 1


def test_only_this_page_and_the_next_are_fetched(page: LookingPage, pictures: DrawnPictures) -> None:
    page.show_looking(shown(*[f"p{n:02}" for n in range(30)]))
    ahead = {one.photo for one in (*page.pages.page, *page.pages.ahead)}
    pictures.asked.clear()
    page.show_looking(shown(*[f"p{n:02}" for n in range(30)]))
    assert set(pictures.asked) <= ahead


def test_a_picture_stands_large_and_is_marked_there(page: LookingPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    QTest.keyClick(page.grid, Qt.Key.Key_V)
    assert page.stack.currentWidget() is page.large
    QTest.keyClick(page.large, Qt.Key.Key_Right)
    QTest.keyClick(page.large, Qt.Key.Key_Space)
    assert page.pages.marked == {page.pages.page[1].photo}
    QTest.keyClick(page.large, Qt.Key.Key_V)
    assert page.stack.currentWidget() is page.grid
    assert page.grid.hasFocus()


def test_a_list_that_is_looked_through_says_so_and_passes_nothing(page: LookingPage, words: Wording) -> None:
    page.pages = page.pages.with_waiting(())
    page.show_looking(shown(left=0))
    assert page.count.text() == words.say("sweepui.look-none-left", total=40)
    assert not page.page_button.isEnabled()


def test_days_and_event_narrow(page: LookingPage, qtbot: QtBot) -> None:
    assert page.wish == Narrowed(*DAYS, None)
    with qtbot.waitSignal(page.narrowed) as asked:
        page.events.setCurrentIndex(1)
    assert asked.args == [Narrowed(*DAYS, FIELD)]


def test_a_page_isnt_passed_from_one_picture_that_is_seen_large(page: LookingPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    passed: list[object] = []
    page.passed.connect(lambda *args: passed.append(args))
    QTest.keyClick(page.grid, Qt.Key.Key_V)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        QTest.keyClick(page.large.canvas, key)

    assert passed == []
    assert not page.page_button.isEnabled()
    QTest.keyClick(page.large.canvas, Qt.Key.Key_V)
    ready(page, qtbot)


def test_a_picture_that_is_seen_large_says_whether_the_child_is_on_it(
    page: LookingPage, words: Wording, qtbot: QtBot
) -> None:
    ready(page, qtbot)
    QTest.keyClick(page.grid, Qt.Key.Key_V)
    assert page.large.canvas.accessibleName() == words.say("sweepui.look-not-seen")

    QTest.keyClick(page.large.canvas, Qt.Key.Key_Space)

    assert page.large.canvas.accessibleName() == words.say("sweepui.look-seen")
    qtbot.waitUntil(lambda: words.say("sweepui.look-unmark") in page.mark_button.text())
