"""The number on the window's icon: counted after a change and once in a while, gone with the school."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes
from smadmin.services.office import Office
from smadmin.ui.perform import Performer
from smadmin.ui.tray.badge import WindowBadge
from smadmin.ui.tray.prefs import WarningPrefs
from tests.gui.gallery import KeptInMemory
from tests.sample import sample_office


@dataclass
class Counted:
    """A badge over the sample school, whose numbers a test reads."""

    office: Office | None
    qtbot: QtBot

    def __post_init__(self) -> None:
        self.numbers: list[int] = []
        self.performer = Performer()
        self.prefs = WarningPrefs(KeptInMemory())
        self.owner = QObject()
        self.badge = WindowBadge(
            self.performer, self.prefs, lambda: self.office, show=self.numbers.append, parent=self.owner
        )
        self.badge._settled.setInterval(0)

    def wait(self, number: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.numbers) >= number)


@pytest.fixture
def counted(qtbot: QtBot, tmp_path: Path) -> Iterator[Counted]:
    office = sample_office(tmp_path)
    made = Counted(office, qtbot)
    yield made
    made.badge.end()
    made.performer.close()
    office.close()


def test_it_counts_without_anybody_signed_in_and_again_after_a_change(counted: Counted) -> None:
    office = counted.office
    assert office is not None
    quiet = office.warnings.look().accounts
    assert quiet

    counted.badge.begin()
    counted.wait(1)
    view = office.warnings.look()
    counted.prefs.choose_times(counted.prefs.times.snooze(quiet[0].id, view.today, view.today))
    counted.performer.changed.emit(Changes.of("plan", ["x"]), None)
    counted.wait(2)

    assert counted.numbers == [len(quiet), len(quiet) - 1]


def test_what_changes_nothing_about_accounts_isnt_counted(counted: Counted, qtbot: QtBot) -> None:
    counted.badge.begin()
    counted.wait(1)

    counted.performer.changed.emit(Changes.of("students", ["x"]), None)
    qtbot.wait(50)

    assert len(counted.numbers) == 1


def test_the_number_goes_with_the_school(counted: Counted) -> None:
    counted.badge.begin()
    counted.wait(1)
    office, counted.office = counted.office, None

    counted.badge.count()

    assert counted.numbers[-1] == 0
    counted.office = office
