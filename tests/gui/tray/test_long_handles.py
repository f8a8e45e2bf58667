"""A long handle in the reminders' sheet is read whole: it breaks, and pushes no button off the sheet."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.tray.prefs import WarningPrefs
from smadmin.ui.tray.sheet import Desktop, WarningSheet
from smadmin.ui.wording import Wording
from tests.gui.fitting import cut_words
from tests.gui.gallery import KeptInMemory

LONG = "Mastodon @lincoln_elementary_larks_music@social.lincoln-county-schools.example"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_snoozed_accounts_handle_is_read_whole(
    window: QWidget, qtbot: QtBot, words: Wording, appearance: Appearance, scale: float
) -> None:
    while appearance.text_scale < scale:
        appearance.enlarge()
    window.resize(1280, 780)
    window.show()
    prefs = WarningPrefs(KeptInMemory())
    prefs.choose_times(replace(prefs.times, snoozed={"a": date(2026, 12, 20)}))
    sheet = WarningSheet(
        prefs,
        Desktop(has_tray=True, starts=True, command="smadmin cadence"),
        words,
        window,
        start=lambda _on: None,
        names=lambda _about: LONG,
    )

    sheet.open()
    qtbot.wait(1)

    assert cut_words(sheet) == []
