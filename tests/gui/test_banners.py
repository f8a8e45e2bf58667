"""Banners say what happened, what was kept and what to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.ui.appearance import Appearance
from smadmin.ui.banners import MOST_AT_ONCE, Banner, BannerModel, BannerStack, banner_of
from smadmin.ui.keyboard import KeyboardKeeper
from smadmin.ui.screen import Screen
from smadmin.ui.theme import State
from smadmin.ui.toasts import Toasts
from smadmin.ui.wording import Wording


@pytest.fixture
def stack(qtbot: QtBot, words: Wording, appearance: Appearance) -> BannerStack:
    made = BannerStack(words)
    qtbot.addWidget(made)
    return made


def test_an_errors_banner_has_all_three_sentences(qtbot: QtBot, words: Wording) -> None:
    error = KnownError(
        say("shell.crash-title"), kept=say("shell.crash-kept"), remedy=say("shell.crash-remedy")
    )

    banner = Banner(banner_of(error), words)
    qtbot.addWidget(banner)

    assert banner.happened.text() == "Something went wrong inside smadmin"
    assert banner.details.text().startswith(
        "Your draft and everything you had saved are kept.\nYou can go on"
    )
    assert "are kept" in banner.accessibleName()


def test_the_same_banner_twice_is_one(stack: BannerStack) -> None:
    stack.show_banner(BannerModel(State.FINE, say("shell.undo")))
    stack.show_banner(BannerModel(State.FINE, say("shell.undo")))

    assert len(stack.models) == 1


def test_the_newest_stands_on_top_and_old_ones_go(stack: BannerStack) -> None:
    for number in range(MOST_AT_ONCE + 2):
        stack.show_banner(BannerModel(State.NOTE, say("shell.undo"), key=str(number)))

    assert [one.key for one in stack.models] == ["4", "3", "2"]


def test_the_action_is_told_once_and_closes_the_banner(stack: BannerStack, qtbot: QtBot) -> None:
    model = BannerModel(State.FINE, say("shell.crash-kept"), action=say("shell.undo"))
    stack.show_banner(model)
    banner = stack.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.action is not None

    with qtbot.waitSignal(stack.actionChosen) as told:
        QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)

    assert told.args == [model]
    assert stack.models == ()
    assert stack.isHidden()


def test_a_form_put_away_passes_the_keyboard_to_no_undo(qtbot: QtBot, words: Wording) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    save, stack = QPushButton("Save"), BannerStack(words)
    for part in (save, stack):
        column.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    save.setFocus()

    stack.show_banner(BannerModel(State.FINE, say("shell.crash-kept"), action=say("shell.undo")))
    save.hide()

    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.action is not None
    assert page.focusWidget() not in {banner.action, banner.close_button}
    action = banner.action
    qtbot.waitUntil(lambda: action.focusPolicy() is Qt.FocusPolicy.TabFocus)


def test_a_page_put_away_later_on_passes_the_keyboard_to_no_toast(
    qtbot: QtBot, words: Wording, qapp: QApplication
) -> None:
    """It would stay for as long as it has the keyboard, and lie over buttons."""
    stack, page = QStackedWidget(), Screen()
    qtbot.addWidget(stack)
    stack.addWidget(page)
    keeper = KeyboardKeeper(stack, qapp)
    leaves, banners = QPushButton("Leaves"), BannerStack(words)
    for part in (leaves, banners):
        page.page.addWidget(part)
    with qtbot.waitExposed(stack):
        stack.show()
    stack.activateWindow()
    leaves.setFocus()
    banners.show_banner(BannerModel(State.FINE, say("shell.crash-kept"), key="well"))
    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    close = banner.close_button
    qtbot.waitUntil(lambda: close.focusPolicy() is Qt.FocusPolicy.TabFocus)

    leaves.hide()
    qtbot.wait(20)
    banner.leaving.timeout.emit()

    assert banners.models == ()
    assert keeper.parent() is stack


def test_a_toast_that_somebody_turned_to_waits_for_them(qtbot: QtBot, words: Wording) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before, stack = QPushButton("Before"), BannerStack(words)
    for part in (before, stack):
        column.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    before.setFocus()
    stack.show_banner(BannerModel(State.FINE, say("shell.crash-kept"), key="well"))
    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    close = banner.close_button
    qtbot.waitUntil(lambda: close.focusPolicy() is Qt.FocusPolicy.TabFocus)
    while not close.hasFocus():
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    banner.leaving.timeout.emit()

    assert len(stack.models) == 1


def test_what_went_well_leaves_by_itself_and_trouble_stays(stack: BannerStack) -> None:
    stack.show_banner(BannerModel(State.FINE, say("shell.crash-kept"), key="well"))
    stack.show_banner(BannerModel(State.STOP, say("shell.crash-title"), key="trouble"))
    waiting = {one.model.key: one for one in stack.findChildren(Banner)}

    assert not waiting["trouble"].leaving.isActive()
    waiting["well"].leaving.timeout.emit()

    assert [one.key for one in stack.models] == ["trouble"]


class Page(QWidget):
    """A page with a stack above a button."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.stack, self.below = BannerStack(words), QPushButton("below")
        column = QVBoxLayout(self)
        column.addWidget(self.stack)
        column.addWidget(self.below)
        column.addStretch(1)
        self.resize(600, 300)


@pytest.fixture
def page(qtbot: QtBot, words: Wording, appearance: Appearance) -> Page:
    made = Page(words)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_went_well_moves_nothing_when_it_comes_and_when_it_leaves(page: Page, qtbot: QtBot) -> None:
    qtbot.wait(20)
    before = page.below.y()

    page.stack.show_banner(BannerModel(State.FINE, say("shell.undo"), key="well"))
    qtbot.wait(20)
    there = page.below.y()
    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    seen, place = banner.isVisible(), banner.mapTo(page, banner.rect().bottomLeft()).y()
    banner.leaving.timeout.emit()
    qtbot.wait(20)

    assert (there, page.below.y()) == (before, before)
    assert seen
    assert page.height() - 60 < place < page.height(), "it lies over the lower edge"
    assert page.stack.models == ()


def test_what_must_be_known_stands_in_the_page(page: Page, qtbot: QtBot) -> None:
    qtbot.wait(20)
    before = page.below.y()

    page.stack.show_banner(BannerModel(State.STOP, say("shell.crash-title"), key="trouble"))
    qtbot.wait(20)

    assert page.below.y() > before


def test_a_toast_stays_at_the_edge_of_a_page_that_grows(page: Page, qtbot: QtBot) -> None:
    page.stack.show_banner(BannerModel(State.FINE, say("shell.undo"), key="well"))
    page.resize(900, 700)
    qtbot.wait(20)

    banner = page.findChild(Banner)

    assert isinstance(banner, Banner)
    assert 640 < banner.mapTo(page, banner.rect().bottomLeft()).y() < 700


def test_a_toast_stands_above_the_line_that_is_typed_in(page: Page, qtbot: QtBot) -> None:
    line = QLineEdit(page)
    line.setGeometry(100, 250, 300, 30)
    line.show()
    line.setFocus()

    page.stack.show_banner(BannerModel(State.FINE, say("shell.undo"), key="well"))

    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    qtbot.waitUntil(lambda: banner.mapTo(page, banner.rect().bottomLeft()).y() < line.y())
    page.below.setFocus()
    qtbot.waitUntil(lambda: banner.mapTo(page, banner.rect().bottomLeft()).y() > line.y())


def test_a_toast_stands_above_buttons_and_covers_none(page: Page, qtbot: QtBot) -> None:
    row = QPushButton("Change", page)
    row.setGeometry(250, 255, 100, 30)
    row.show()

    page.stack.show_banner(BannerModel(State.FINE, say("shell.undo"), key="well"))

    toasts = page.findChild(Toasts)
    assert isinstance(toasts, Toasts)
    qtbot.waitUntil(lambda: toasts.geometry().bottom() < row.y())
    assert not toasts.geometry().intersects(page.below.geometry())


def test_a_toast_gives_way_to_buttons_that_come_after_it(page: Page, qtbot: QtBot) -> None:
    row = QPushButton("Change", page)
    row.setGeometry(250, 255, 100, 30)

    page.stack.show_banner(BannerModel(State.FINE, say("shell.undo"), key="well"))
    toasts = page.findChild(Toasts)
    assert isinstance(toasts, Toasts)
    row.show()

    qtbot.waitUntil(lambda: toasts.geometry().bottom() < row.y())


def test_the_way_back_is_reached_by_tab(page: Page, qtbot: QtBot) -> None:
    page.stack.show_banner(BannerModel(State.FINE, say("shell.crash-kept"), action=say("shell.undo")))
    banner = page.findChild(Banner)
    assert isinstance(banner, Banner)
    action = banner.action
    assert action is not None
    qtbot.waitUntil(lambda: action.focusPolicy() is Qt.FocusPolicy.TabFocus)
    page.below.setFocus()

    QTest.keyClick(page.below, Qt.Key.Key_Tab)

    assert action.hasFocus()


@pytest.mark.parametrize(("action", "stays_ms"), [(None, 6_000), (say("shell.undo"), 10_000)])
def test_what_went_well_leaves_soon_and_with_a_way_back_later(
    qtbot: QtBot, words: Wording, appearance: Appearance, action: Message | None, stays_ms: int
) -> None:
    del appearance
    banner = Banner(BannerModel(State.FINE, say("shell.dismiss"), action=action), words)
    qtbot.addWidget(banner)

    assert banner.leaving.interval() == stays_ms
