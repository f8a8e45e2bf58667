"""Every control of every screen is reached with Tab, and is in sight while the keyboard is on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smadmin.app.stage import Stage
from smadmin.services.office import Office
from smadmin.ui.appearance import Appearance
from smadmin.ui.screen import Screen
from smadmin.ui.theme import TEXT_SCALES
from tests.sample import sample_office, sit

MOST_TABS = 200
SCREENS = {
    "maya-ortega": ("today", "compose", "photos", "plan", "students", "accounts"),
    "ellen-whitcomb": ("approvals", "records", "school", "newcomer"),
}


@pytest.fixture
def large(appearance: Appearance) -> Iterator[None]:
    while appearance.text_scale < TEXT_SCALES[-1]:
        appearance.enlarge()
    yield
    appearance.reset_scale()


def stops(screen: Screen) -> set[QWidget]:
    """Give what the keyboard should come to; of several choices that exclude one another, one is enough."""
    return {
        one
        for one in screen.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, QRadioButton)
        and not isinstance(one.parentWidget(), QAbstractButton)
    }


def in_sight(widget: QWidget) -> bool:
    """Tell whether some of a widget is in sight, in every area around it that scrolls."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            port = around.viewport()
            place = QRect(widget.mapTo(port, widget.rect().topLeft()), widget.size())
            if not port.rect().intersects(place):
                return False
        around = around.parentWidget()
    return True


def tabbed(screen: Screen) -> tuple[set[QWidget], list[QWidget]]:
    """Press Tab until the round is over; gives where the keyboard was, and what was out of sight then."""
    reached: set[QWidget] = set()
    hidden: list[QWidget] = []
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or screen.window(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            continue
        reached.add(focus)
        if screen.isAncestorOf(focus) and not in_sight(focus):
            hidden.append(focus)
    return reached, hidden


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}".strip()


@pytest.mark.parametrize("who", SCREENS)
@pytest.mark.usefixtures("large")
def test_every_control_is_reached_with_tab_at_the_largest_text(
    who: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    office: Office = sample_office(tmp_path)
    sit(office, who)
    stage = Stage(office, qapp, language="en", text_scale=TEXT_SCALES[-1])
    stage.begin()
    with qtbot.waitActive(stage.frame):
        stage.frame.activateWindow()
    lost: dict[str, list[str]] = {}
    for name in SCREENS[who]:
        screen = stage.open(name)
        wanted = stops(screen)
        reached, hidden = tabbed(screen)
        wrong = [f"not reached: {named(one)}" for one in wanted - reached]
        wrong += [f"out of sight: {named(one)}" for one in hidden]
        if wrong:
            lost[name] = wrong
    stage.close()
    office.close()

    assert lost == {}
