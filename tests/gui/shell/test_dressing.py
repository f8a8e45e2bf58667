"""The window wears the style sheet, not the application; a part on its way into it is no window itself."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.app.screens import SCREENS
from smadmin.app.stage import Stage, staged
from smadmin.ui.screen import Screen
from smadmin.ui.shell.model import RELEASE
from smadmin.ui.shell.passphrase import PassphraseDialog
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import LIGHT
from smadmin.ui.wording import Wording
from tests.sample import sample_office, sit


class Windows(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def bare(qapp: QApplication) -> Iterator[None]:
    """An application that wears nothing, as the program's does."""
    worn = qapp.styleSheet()
    qapp.setStyleSheet("")
    yield
    qapp.setStyleSheet(worn)


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication, bare: None) -> Iterator[Stage]:
    """Somebody sits in a window of their own."""
    del bare
    office = sample_office(tmp_path / "store")
    sit(office, "ellen-whitcomb")
    with staged(office, qapp, language="en") as stage:
        yield stage
    office.close()


def test_a_window_that_cannot_begin_leaves_nothing_behind(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fixture that looks for what is left behind would find its threads and timers."""

    def broken(around: Surroundings) -> Screen:
        raise ZeroDivisionError

    for name in SCREENS:
        monkeypatch.setitem(SCREENS, name, broken)
    office = sample_office(tmp_path / "store")
    sit(office, "ellen-whitcomb")

    with closing(office), pytest.raises(ZeroDivisionError), staged(office, qapp, language="en"):
        pass


def test_no_part_of_a_screen_is_a_window_while_the_screen_is_made(stage: Stage, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)

    for screen in SCREENS:
        stage.open(screen)

    assert windows.seen == []


def test_the_keyboard_stays_in_a_screen_that_opens_empty(stage: Stage) -> None:
    stage.open("accounts")

    shown = stage.open(RELEASE)

    focus = stage.frame.focusWidget()
    assert focus is None or focus is shown or shown.isAncestorOf(focus)


def test_a_dialog_a_menu_and_a_tooltip_wear_what_the_window_wears(
    stage: Stage, qtbot: QtBot, words: Wording, qapp: QApplication
) -> None:
    dialog = PassphraseDialog("Maya Ortega", words, stage.frame)
    dialog.open()
    menu = QMenu(stage.frame)
    menu.addAction("one")
    menu.popup(QPoint(10, 10))
    QToolTip.showText(QPoint(20, 20), "words", stage.frame)
    qtbot.waitUntil(QToolTip.isVisible)
    tip = next(one for one in qapp.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible())

    worn = [
        dialog.palette().window().color(),
        menu.palette().window().color(),
        tip.palette().window().color(),
        tip.palette().windowText().color(),
    ]

    assert worn == [QColor(one) for one in (LIGHT.background, LIGHT.card, LIGHT.ink, LIGHT.card)]
    menu.close()
    QToolTip.hideText()


def test_what_is_made_before_the_window_is_dressed_has_the_programs_font(
    tmp_path: Path, qapp: QApplication, bare: None
) -> None:
    del bare
    before = qapp.font()
    system = QFont("DejaVu Sans")
    system.setPixelSize(31)
    qapp.setFont(system)  # as on a system whose own font is another one
    office = sample_office(tmp_path / "store")
    sit(office, "ellen-whitcomb")

    with staged(office, qapp, language="en") as stage:
        fonts = {label.font().pixelSize() for label in stage.frame.findChildren(QLabel)}

    qapp.setFont(before)
    office.close()
    assert fonts
    assert 31 not in fonts
