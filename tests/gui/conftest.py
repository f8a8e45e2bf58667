"""One application for all tests of the window, with the theme on it, and a frame to look at."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smadmin.language.catalogue import Catalogue
from smadmin.ui.appearance import FUSION, Appearance, Scheme
from smadmin.ui.buttons import Button
from smadmin.ui.frame import Frame
from smadmin.ui.wording import Wording
from tests.gui.gallery import frame_of
from tests.gui.registers import seated
from tests.gui.seated import Seat, sign_week
from tests.gui.sitting import Sitting


@pytest.fixture(autouse=True)
def _no_hand_of_another_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget when a main button was pressed last: a new window's takes presses at once."""
    monkeypatch.setattr(Button, "_main_press", None)


@pytest.fixture(autouse=True)
def _frozen_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say so to every window that asks (`be_prompt`): `leaks` froze all, and counting it takes 0.2 s."""
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["smadmin", *FUSION]


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    look = Appearance(qapp, scheme=Scheme.LIGHT, text_scale=1.0)
    look.apply()
    return look


@pytest.fixture(autouse=True)
def usual_text(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whoever enlarges the text leaves it as it was: it is the application's, so the next test's too."""
    look = request.getfixturevalue("appearance") if "appearance" in request.fixturenames else None
    yield
    if look is not None:
        look.reset_scale()


@pytest.fixture(scope="session")
def words() -> Wording:
    return Wording(Catalogue.load("en"))


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    """A bare window for one screen."""
    del appearance
    whole = QWidget()
    whole.resize(1080, 720)
    qtbot.addWidget(whole)
    return whole


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot, appearance: Appearance) -> Iterator[Seat]:
    """Somebody seated at the sample school with a signed week; folders of other needs have their own."""
    del appearance
    with seated(tmp_path / "store", words, qtbot, "maya-ortega", sign_week) as made:
        made.by("ellen-whitcomb")  # as whoever signs sits there afterwards
        yield made


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    """The sample school's administrator in the chair; folders whose screens are another's have their own."""
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "maya-ortega")
    yield somebody
    somebody.close()


@pytest.fixture
def frame(qtbot: QtBot, words: Wording, appearance: Appearance) -> Iterator[Frame]:
    window = frame_of(words, appearance)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    appearance.choose(Scheme.LIGHT)
    appearance.reset_scale()
