"""Somebody seated at the sample school with a signed week."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.wording import Wording
from tests.gui.seated import CountingPerformer, Seat
from tests.sample import sample_office


@pytest.fixture
def seat(tmp_path: Path, words: Wording, qtbot: QtBot) -> Iterator[Seat]:
    office = sample_office(tmp_path / "store")
    performer = CountingPerformer()
    crashed: list[Exception] = []
    performer.crashed.connect(crashed.append)
    made = Seat(office, performer, words, qtbot)
    made.sign_week()
    yield made
    made.settle()
    performer.close()
    office.close()
    assert crashed == []


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    whole = QWidget()
    whole.resize(1080, 720)
    qtbot.addWidget(whole)
    return whole
