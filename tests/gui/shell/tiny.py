"""A shell on a copy of the sample school, with screens that say who acts."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.frame import Frame
from smadmin.ui.labels import PlainLabel
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.screen import Screen
from smadmin.ui.shell.shell import Shell
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording


class Tiny(Screen):
    """A screen that says who acts, and counts how often it was told to settle."""

    settled = 0

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.subject = ""
        self.label = PlainLabel()
        self.page.addWidget(self.label)

    @override
    def load(self) -> None:
        acting = self.around.acting
        self.loaded(lambda: self.label.show_text("" if acting is None else acting.person.name))

    @override
    def settle(self) -> None:
        Tiny.settled += 1

    def open_subject(self, subject: str) -> None:
        self.subject = subject


class Own(Tiny):
    """A screen whose forms are one person's."""

    PERSONAL = True


class Opened(QObject):
    """A shell on a copy of the sample school."""

    def __init__(self, office: Office, frame: Frame, words: Wording) -> None:
        super().__init__()
        self.office = office
        self.frame = frame
        self.performer = Performer(self)
        screens = dict.fromkeys(("today", "photos", "approvals", "plan", "newcomer", "computer"), Tiny)
        screens["accounts"] = Own
        self.pocket = Pocket()
        self.shell = Shell(
            frame,
            self.performer,
            words,
            office=office,
            school=office.school,
            screens=screens,
            pocket=self.pocket,
        )

    def sit(self, qtbot: QtBot, name: str, passphrase: str = PASSPHRASE) -> None:
        person = next(s.person for s in self.office.session.sitters() if s.name == name)
        card = self.shell._seating.gate.card
        qtbot.waitUntil(lambda: bool(card._group.buttons()))
        card.choose(person)
        card.passphrase.setText(passphrase)
        card.button.click()


def seen(opened: Opened) -> str:
    screen = opened.frame.open_screen("today")
    assert isinstance(screen, Tiny)
    return screen.label.whole_text


def in_bar(opened: Opened) -> set[str]:
    return {label.whole_text for label in opened.frame.bar.findChildren(PlainLabel)}
