"""A first run in an empty folder, driven as a person does."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.app.screens import SCREENS
from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.envelope import Envelope
from smadmin.services.office import Grounds, Office
from smadmin.ui.appearance import Appearance
from smadmin.ui.founding.envelope import EnvelopeScreen
from smadmin.ui.founding.first_run import SET_UP, WELCOME, FirstRun
from smadmin.ui.founding.person import PersonFields
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.shell.shell import Shell
from smadmin.ui.shell.welcome import WelcomeScreen
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.logins import Login
from tests.sample import grounds_in

PHRASE = "seven quiet herons wade"
LONG_MS = 30_000
Opener = Callable[[Login], Shell]


@dataclass
class Run:
    """A first run in an empty folder."""

    frame: Frame
    performer: Performer
    words: Wording
    grounds: Grounds
    first: FirstRun

    def set_up(self, qtbot: QtBot) -> Office:
        """Fill in both forms and found the school."""
        screen = self.setting_up(qtbot)
        fill_in(screen, PHRASE)
        screen._look()
        main = screen.header.main
        assert main is not None
        with qtbot.waitSignal(self.first.ready, timeout=LONG_MS) as ready:
            main.click()
        assert ready.args is not None
        office = ready.args[0]
        assert isinstance(office, Office)
        return office

    def setting_up(self, qtbot: QtBot) -> SetUpScreen:
        """Show the empty forms."""
        self.welcome(qtbot).set_up.click()
        qtbot.waitUntil(lambda: self.frame.current == SET_UP, timeout=LONG_MS)
        screen = self.frame.open_screen(SET_UP)
        assert isinstance(screen, SetUpScreen)
        return screen

    def welcome(self, qtbot: QtBot) -> WelcomeScreen:
        qtbot.waitUntil(lambda: self.frame.current == WELCOME)
        screen = self.frame.open_screen(WELCOME)
        assert isinstance(screen, WelcomeScreen)
        return screen

    def shell(self, office: Office) -> Shell:
        school, screens, pocket = office.school, SCREENS, Pocket()
        place = (self.frame, self.performer, self.words)
        shell = Shell(*place, office=office, school=school, screens=screens, pocket=pocket)
        shell.start()
        return shell


def fill_in(screen: SetUpScreen, phrase: str) -> None:
    """Fill in the school and its first person."""
    screen._name.setText("Lincoln Elementary School")
    screen._domains.setText("lincoln.k12.us")
    screen._policy.setCurrentIndex(0)
    screen._zone.setCurrentIndex(0)
    fill(screen.person, "Ana Brooks", phrase)


def letter_of(run: Run, qtbot: QtBot) -> tuple[EnvelopeScreen, Envelope, str]:
    """Give the letter's page, what it shows, and the letters that it asks for."""
    screen = run.frame.open_screen("envelope")
    assert isinstance(screen, EnvelopeScreen)
    qtbot.waitUntil(lambda: screen._envelope is not None, timeout=LONG_MS)
    envelope, question = screen._envelope, screen._question
    assert envelope is not None
    assert question is not None
    right = "".join(envelope.groups[place - 1][:4] for place in (question.first, question.second))
    return screen, envelope, right


def fill(person: PersonFields, name: str, phrase: str) -> None:
    person._name.setText(name)
    person._employed.setChecked(True)
    person._passphrase.setText(phrase)
    person._again.setText(phrase)


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Run]:
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    qtbot.addWidget(frame)
    frame.show()
    performer = Performer()
    grounds = grounds_in(tmp_path, MemorySecrets())
    first = FirstRun(frame, performer, words, grounds=grounds)
    first.start()
    yield Run(frame, performer, words, grounds, first)
    performer.close()
    grounds.close()


@pytest.fixture
def open_at(qtbot: QtBot, words: Wording, appearance: Appearance) -> Iterator[Opener]:
    with ExitStack() as stack:

        def opened(one: Login) -> Shell:
            office = stack.enter_context(one.office())
            frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
            qtbot.addWidget(frame)
            frame.resize(1280, 800)
            frame.show()
            performer = Performer()
            stack.callback(performer.close)
            shell = Shell(
                frame,
                performer,
                words,
                office=office,
                school=office.school,
                screens=SCREENS,
                pocket=Pocket(),
            )
            stack.callback(shell.end)
            shell.start()
            qtbot.waitUntil(lambda: bool(frame.current), timeout=LONG_MS)
            return shell

        yield opened
