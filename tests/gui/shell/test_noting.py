"""The head counts as noted once the keyring has it, and a keyring that was silent is asked again later."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.domain.records import Head
from smadmin.services.office import Office
from smadmin.ui.perform import Performer
from smadmin.ui.shell.noting import WAIT_LOOKS, Noting


@dataclass
class Settled:
    """An office that settles as it is told."""

    desk: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(newest=None))
    answers: bool = True
    asked: int = 0

    def settle(self) -> bool:
        self.asked += 1
        return self.answers


def head(seq: int) -> Head:
    return Head(seq, bytes(32))


def test_a_head_is_noted_once(qtbot: QtBot) -> None:
    parent, office = QObject(), Settled()
    performer = Performer(parent)
    noting = Noting(cast("Office", office), performer, parent)
    noting.look()
    office.desk.newest = head(3)

    noting.look()
    qtbot.waitUntil(lambda: not noting.busy)
    noting.look()

    assert office.asked == 1
    performer.close()


def test_a_silent_keyring_is_asked_again_after_a_while_and_not_at_once(qtbot: QtBot) -> None:
    parent, office = QObject(), Settled(answers=False)
    performer = Performer(parent)
    noting = Noting(cast("Office", office), performer, parent)
    office.desk.newest = head(3)
    noting.look()
    qtbot.waitUntil(lambda: not noting.busy)

    for _ in range(WAIT_LOOKS - 1):
        noting.look()
    asked_meanwhile = office.asked
    office.answers = True
    noting.look()
    qtbot.waitUntil(lambda: not noting.busy)
    noting.look()

    assert (asked_meanwhile, office.asked) == (1, 2)
    performer.close()
