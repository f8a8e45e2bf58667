"""Before anything is entered the first run says what speaks for a computer that begins anew at each start."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from smadmin.credentials.secrets import MemorySecrets
from smadmin.services.forgetting import Forgets, Forgetting, Traces
from smadmin.ui.wording import Wording
from tests.gui.founding.conftest import Run


def test_a_folder_in_which_a_school_lay_is_named_with_its_day(run: Run, qtbot: QtBot, words: Wording) -> None:
    keyring, folder = MemorySecrets(), run.grounds.place.store
    Traces(keyring).leave(folder, date(2026, 11, 16))
    run.grounds.keyring = lambda _name: keyring

    screen = run.setting_up(qtbot)

    card = screen._forgetting
    assert card is not None
    assert card.isVisibleTo(screen)
    found = Forgetting(Forgets.EMPTIED, folder, day=date(2026, 11, 16))
    assert [card.title.whole_text, card.note.whole_text] == [words(found.said), words(found.remedy)]


def test_a_guest_is_told_before_they_enter_anything(run: Run, qtbot: QtBot, words: Wording) -> None:
    screen = run.setting_up(qtbot)
    before = screen._forgetting
    guest = Forgetting(Forgets.GUEST, Path("C:/Users/Guest/smadmin"))

    screen.show_forgetting(guest)

    card = screen._forgetting
    assert before is None
    assert card is not None
    assert card.title.whole_text == words(guest.said)
