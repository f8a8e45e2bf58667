"""Secrets on the clipboard: gone after seconds, at lock, at quit; somebody else's text stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smadmin.ui.clipboard import SecretClipboard

SECRET = "canary-4b1d"
LONG_S = 60.0
SHUT_OUT = ("ExcludeClipboardContentFromMonitorProcessing", "org.nspasteboard.ConcealedType")
"""Windows' word for what watches the clipboard, and the Mac's; by name, or a lost one isn't missed."""


@pytest.fixture
def system(qapp: QApplication) -> Iterator[QClipboard]:
    del qapp
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def secrets(system: QClipboard) -> Iterator[SecretClipboard]:
    owner = QObject()
    made = SecretClipboard(system, owner)
    yield made
    made.clear()
    owner.deleteLater()


def test_a_secret_is_gone_after_its_seconds(
    secrets: SecretClipboard, system: QClipboard, qtbot: QtBot
) -> None:
    secrets.put(SECRET, seconds=0.05)
    assert system.text() == SECRET

    qtbot.waitUntil(lambda: not secrets.holds, timeout=5_000)

    assert system.text() == ""
    assert not secrets.holds


def test_a_secret_is_gone_at_once_when_it_is_asked_for_at_lock_or_quit(
    secrets: SecretClipboard, system: QClipboard
) -> None:
    secrets.put(SECRET, seconds=LONG_S)

    secrets.clear()

    assert system.text() == ""


def test_what_somebody_copied_since_stays(secrets: SecretClipboard, system: QClipboard) -> None:
    secrets.put(SECRET, seconds=LONG_S)
    system.setText("the caption of photo 3")
    assert not secrets.holds

    secrets.clear()

    assert system.text() == "the caption of photo 3"


def test_the_seconds_begin_anew_with_each_copy(
    secrets: SecretClipboard, system: QClipboard, qtbot: QtBot
) -> None:
    secrets.put("user", seconds=0.05)
    secrets.put(SECRET, seconds=LONG_S)

    qtbot.wait(120)

    assert system.text() == SECRET


def test_clipboard_managers_of_every_system_are_told_that_it_is_secret(
    secrets: SecretClipboard, system: QClipboard
) -> None:
    secrets.put(SECRET, seconds=LONG_S)

    marks = system.mimeData()
    assert bytes(marks.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert bytes(marks.data("CanIncludeInClipboardHistory").data()) == bytes(4)
    assert bytes(marks.data("CanUploadToCloudClipboard").data()) == bytes(4)
    assert all(bytes(marks.data(kind).data()) == b"1" for kind in SHUT_OUT)
    assert not marks.hasHtml()


def test_the_mouses_selection_is_never_used(secrets: SecretClipboard, system: QClipboard) -> None:
    secrets.put(SECRET, seconds=LONG_S)

    assert system.text(QClipboard.Mode.Selection) != SECRET
