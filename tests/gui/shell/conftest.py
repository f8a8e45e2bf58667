"""The real window on a real folder, with a keyring in memory that can be told to fail."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.app.window import Window
from smadmin.services.logs import stop_log
from smadmin.services.policy import Policy
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader
from smadmin.services.staff_pages import StaffPages
from smadmin.ui.appearance import Appearance
from smadmin.ui.frame import Frame
from smadmin.ui.labels import PlainLabel
from smadmin.ui.shell.helping import TROUBLE, Chooser
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.trouble import TroubleScreen
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.gui.shell import tiny
from tests.rings import Ring, ring_in_use
from tests.sample import sample_office
from tests.school import TinySchool, make_school, passphrase

LONG_MS = 20_000


class Chosen(Chooser):
    """Chooses what a test names."""

    def __init__(self) -> None:
        self.a_folder: Path | None = None
        self.a_backup: Path | None = None

    @override
    def folder(self, words: Wording, parent: Frame) -> Path | None:
        return self.a_folder

    @override
    def backup(self, words: Wording, parent: Frame) -> Path | None:
        return self.a_backup


@dataclass
class Opened:
    """A window, opened on a folder."""

    window: Window
    chosen: Chosen
    qtbot: QtBot
    bugs: list[BaseException] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        return self.window.frame

    @property
    def trouble(self) -> TroubleScreen:
        """The trouble's screen, once it is seen and idle."""
        self.arrive(TROUBLE)
        helping = self.window.helping
        assert helping is not None
        return helping.screen

    def arrive(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: bool(self.bugs) or self.frame.current == screen, timeout=LONG_MS)
        assert not self.bugs, self.bugs

    def says(self) -> str:
        """Everything that can be read on the screen."""
        screen = next(one for one in self.frame.screens() if one.isVisible())
        return "\n".join(one.whole_text for one in screen.findChildren(PlainLabel) if one.isVisible())

    def sit(self, name: str, person: str) -> None:
        """Sit down at the gate."""
        self.arrive(GATE)
        assert self.window.shell is not None
        card = self.window.shell._seating.gate.card
        self.qtbot.waitUntil(lambda: bool(card._group.buttons()), timeout=LONG_MS)
        opened = self.window.opened
        assert opened is not None
        assert opened.office is not None
        sitter = next(one for one in opened.office.session.sitters() if one.name == name)
        card.choose(sitter.person)
        card.passphrase.setText(passphrase(person))
        card.button.click()


def have_read(school: TinySchool, *names: str) -> None:
    """Let people read the page for staff, which else comes first."""
    reader, proof = Reader(school.desk, Policy.shipped()), Proof(school.desk, lambda: school.noted)
    for name in names:
        StaffPages(school.desk, reader, proof).read(school.by(name))
    school.note()


@pytest.fixture
def ring() -> Iterator[Ring]:
    with ring_in_use() as ring:
        yield ring


@pytest.fixture
def school(tmp_path: Path, ring: Ring) -> TinySchool:
    """A founded school whose store is closed; its seat lies in the ring."""
    made = make_school(tmp_path / "school", staff=("ana", "pat"))
    ring.keep(made.store.id, made.secrets._items)
    made.rest()
    return made


@pytest.fixture
def open_on(
    qapp: QApplication, qtbot: QtBot, appearance: Appearance
) -> Iterator[Callable[[Path | None], Opened]]:
    opened: list[Opened] = []

    def open_window(folder: Path | None) -> Opened:
        chosen = Chosen()
        made = Opened(Window(qapp, folder, chooser=chosen), chosen, qtbot)
        made.window.performer.crashed.connect(made.bugs.append)
        sys.excepthook = lambda _kind, error, _trace: made.bugs.append(error)
        opened.append(made)
        made.window.show()
        return made

    yield open_window
    for one in opened:
        one.frame.close()
        one.window.close()
        one.frame.deleteLater()
        one.window.deleteLater()
    stop_log()
    appearance.apply()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[tiny.Opened]:
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    qtbot.addWidget(frame)
    frame.show()
    made = tiny.Opened(sample_office(tmp_path), frame, words)
    made.shell.start()
    qtbot.waitUntil(lambda: made.frame.current == GATE)
    yield made
    made.shell.end()
    made.performer.close()
    made.office.close()
