"""The window arranges, opens lazily, keeps its state, and tells screens what changed."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.ui.appearance import Appearance, Scheme, tokens_of
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.frame import Frame
from smadmin.ui.screen import Freshness, Screen
from smadmin.ui.theme import DARK, LIGHT, State

POSTS = Changes.of("posts", ["one"])


class Counting(Screen):
    """A screen of posts that counts how often it loads; with a text and a long list."""

    NOUNS = frozenset({"posts"})

    def __init__(self) -> None:
        super().__init__()
        self.loads = 0
        self.text = QLineEdit()
        self.text.setObjectName("text")
        self.page.addWidget(self.text)
        self.rows = QTextEdit("\n".join(["row"] * 400))
        self.rows.setObjectName("rows")
        self.page.addWidget(self.rows)

    def load(self) -> None:
        self.loads += 1
        self.loaded(self._render)

    def _render(self) -> None:
        self.rows.setPlainText("\n".join(["row"] * 400))
        self.rows.setFocus()


def counted(frame: Frame) -> Counting:
    frame.add_screen("counted", Counting)
    screen = frame.open_screen("counted")
    assert isinstance(screen, Counting)
    return screen


def test_the_keyboard_stays_in_the_screen_when_its_button_goes_grey(frame: Frame, qtbot: QtBot) -> None:
    frame.activateWindow()
    today = frame.open_screen("today")
    button = [one for one in today.findChildren(Button) if one.isVisible()][-1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)

    button.block(["It was done."])

    qtbot.waitUntil(lambda: frame.focusWidget() is today)


def test_another_screen_takes_the_keyboard_along(frame: Frame, qtbot: QtBot) -> None:
    frame.activateWindow()
    today = frame.open_screen("today")
    button = next(one for one in today.findChildren(Button) if one.isVisible())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)

    photos = frame.open_screen("photos")
    assert frame.focusWidget() is photos

    frame.open_screen("today")
    assert frame.focusWidget() is button


def test_a_screen_is_made_when_it_is_first_opened(frame: Frame) -> None:
    made: list[str] = []

    def factory() -> Screen:
        made.append("late")
        return Screen()

    frame.add_screen("late", factory)
    before = list(made)
    frame.open_screen("late")
    frame.open_screen("today")
    frame.open_screen("late")

    assert before == []
    assert made == ["late"]


def test_ctrl_and_a_number_open_a_screen(frame: Frame, qtbot: QtBot) -> None:
    frame.open_screen("today")
    if not frame.isActiveWindow():
        pytest.skip("a display without a window manager activates no window, and shortcuts need one")

    QTest.keyClick(frame, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert frame.current == "photos"
    assert frame.sidebar.item("photos").isChecked()


def test_the_side_bar_opens_a_screen(frame: Frame, qtbot: QtBot) -> None:
    QTest.mouseClick(frame.sidebar.item("compose"), Qt.MouseButton.LeftButton)

    assert frame.current == "compose"


def test_what_waits_is_said_to_a_screen_reader(frame: Frame) -> None:
    assert frame.sidebar.item("photos").accessibleName() == "Photos, 4 wait"
    assert frame.sidebar.item("plan").accessibleName() == "Plan"


def test_another_role_sees_other_screens(frame: Frame, qtbot: QtBot) -> None:
    frame.show_roles([Role.PRINCIPAL])

    qtbot.waitUntil(frame.sidebar.item("plan").isVisible)
    assert not frame.sidebar.item("compose").isVisible()


def test_a_screen_out_of_sight_is_stale_at_once_and_reloads_when_seen(frame: Frame) -> None:
    screen = counted(frame)
    frame.open_screen("today")

    frame.changed(POSTS, None)

    assert (screen.freshness, screen.loads) == (Freshness.STALE, 1)
    frame.open_screen("counted")
    assert (screen.freshness, screen.loads) == (Freshness.FRESH, 2)


def test_another_policy_makes_every_screen_stale(frame: Frame) -> None:
    screen = counted(frame)
    frame.open_screen("today")

    frame.changed(Changes.of("schools", ["lincoln"]), None)

    assert screen.freshness is Freshness.STALE, "what it asks and forbids goes by the policy"


def test_a_screen_in_sight_reloads_at_once_and_keeps_focus_and_place(frame: Frame) -> None:
    screen = counted(frame)
    screen.text.setFocus()
    screen.rows.verticalScrollBar().setValue(120)

    frame.changed(POSTS, QObject())

    assert screen.loads == 2
    assert frame.focusWidget() is screen.text
    assert screen.rows.verticalScrollBar().value() == 120


def test_the_screen_that_began_a_change_is_not_reloaded(frame: Frame) -> None:
    screen = counted(frame)

    frame.changed(POSTS, screen)

    assert screen.loads == 1
    assert screen.freshness is Freshness.FRESH


def test_a_change_of_other_nouns_leaves_a_screen_alone(frame: Frame) -> None:
    screen = counted(frame)

    frame.changed(Changes.of("students", ["one"]), None)

    assert screen.loads == 1


def test_an_error_stands_as_a_banner_above_the_screen(frame: Frame) -> None:
    frame.show_error(OutsideFailed(say("shell.crash-title")))

    assert frame.banners.isVisible()
    assert frame.banners.models[0].happened == say("shell.crash-title")


def test_what_went_well_stays_behind_with_the_screen_that_somebody_leaves(frame: Frame) -> None:
    frame.open_screen("today")
    for state, key in ((State.FINE, "well"), (State.NOTE, "told"), (State.STOP, "trouble")):
        frame.show_banner(BannerModel(state, say("shell.crash-title"), key=key))

    frame.open_screen("photos")  # as a deed leads there
    led = [one.key for one in frame.banners.models]
    frame.sidebar.screenChosen.emit("today")

    assert led == ["trouble", "told", "well"]
    assert [one.key for one in frame.banners.models] == ["trouble"]


def test_a_deed_nobody_offered_is_not_in_the_menu(frame: Frame) -> None:
    assert not frame.menus.action("new-post").isVisible()

    asked: list[str] = []
    frame.menus.offer("new-post", lambda: asked.append("new-post"))
    frame.menus.action("new-post").trigger()

    assert frame.menus.action("new-post").isVisible()
    assert asked == ["new-post"]


def test_no_two_deeds_share_their_keys(frame: Frame) -> None:
    keys = [
        action.shortcut().toString()
        for menu in frame.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]  # PySide's stubs say object
        if not action.shortcut().isEmpty()
    ]

    assert len(keys) == len(set(keys))
    assert "Ctrl+1" in keys


def test_select_all_goes_to_the_text_that_has_the_keyboard(frame: Frame) -> None:
    screen = counted(frame)
    screen.text.setText("Chess finals")
    screen.text.setFocus()

    frame.menus.action("select-all").trigger()

    assert screen.text.selectedText() == "Chess finals"


def test_dark_is_one_choice_away_and_remembered(frame: Frame, appearance: Appearance) -> None:
    frame.menus.action("dark").trigger()

    assert tokens_of(frame.palette()) is DARK
    assert appearance.scheme is Scheme.DARK
    frame.menus.action("light").trigger()
    assert tokens_of(frame.palette()) is LIGHT


def test_at_200_percent_the_page_scrolls_and_nothing_is_cut_sideways(
    frame: Frame, appearance: Appearance
) -> None:
    today = frame.open_screen("today")
    for _ in range(5):
        frame.menus.action("larger-text").trigger()

    assert appearance.text_scale == 2.0
    assert QFont(frame.font()).pixelSize() == 28
    page = today.findChild(QScrollArea, "page")
    assert isinstance(page, QScrollArea)
    content = page.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= page.viewport().width()


def test_tab_goes_through_bar_side_bar_and_screen_in_reading_order(frame: Frame) -> None:
    frame.open_screen("photos")
    QTest.qWait(0)
    names = []

    widget = frame.bar.plates[0]
    at: QWidget | None = widget
    while at is not None:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled():
            names.append(at.accessibleName().partition(":")[0].partition(",")[0])
        at = at.nextInFocusChain()
        at = None if at is widget else at

    assert names[:2] == ["Official account", "Official account"]
    assert names[2:9] == ["Hand over the chair", "Today", "Compose", "Photos", "Plan", "Students", "More"]
    assert names[-2:] == ["Cover everybody", "Choose a folder…"]
