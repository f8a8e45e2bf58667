"""Leaving while the store takes nothing (a full disk, another program): nothing typed is lost unasked."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.storage.disk import FILE_NAME
from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.screen import Freshness
from smadmin.ui.shell.leaving import Leaving
from smadmin.ui.shell.patience import BUSY
from smadmin.ui.shell.rescue import SAVED, UNSAVED
from smadmin.ui.shell.seating import GATE
from smadmin.ui.shell.shell import Shell
from smadmin.ui.wording import Wording
from tests.gui.gallery import KeptInMemory
from tests.gui.shell.conftest import LONG_MS
from tests.gui.shell.tiny import Tiny
from tests.sample import sample_office

WORDS = "The science fair is on Friday.\n" * 1_000
"""More than the free pages of the store hold, so that a full disk can't take it."""


class Sitting:
    """A window on the sample school with the real Compose, where Maya Ortega sits."""

    def __init__(self, office: Office, frame: Frame, words: Wording, qtbot: QtBot) -> None:
        self.office, self.frame, self.qtbot = office, frame, qtbot
        self.performer = Performer()
        self.leaving = Leaving(frame, words, lambda: office)
        self.shell = Shell(
            frame,
            self.performer,
            words,
            office=office,
            school=office.school,
            screens={"today": Tiny, "compose": ComposeScreen},
            pocket=self.leaving.pocket,
        )

    def arrive(self, screen: str) -> None:
        self.qtbot.waitUntil(lambda: self.frame.current == screen, timeout=LONG_MS)

    def sit(self, name: str = "Maya Ortega", *, at: str = "today") -> None:
        self.arrive(GATE)
        card = self.shell._seating.gate.card
        self.qtbot.waitUntil(lambda: bool(card._group.buttons()), timeout=LONG_MS)
        card.choose(next(one.person for one in self.office.session.sitters() if one.name == name))
        card.passphrase.setText(PASSPHRASE)
        card.button.click()
        self.arrive(at)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    frame = Frame(words, memory=KeptInMemory(), appearance=appearance)
    frame.show()
    made = Sitting(sample_office(tmp_path), frame, words, qtbot)
    made.shell.start()
    made.sit()
    yield made
    made.shell.end()
    made.performer.close()
    made.office.close()
    frame.deleteLater()


def write(opened: Sitting, words: str) -> ComposeScreen:
    screen = opened.frame.open_screen("compose")
    assert isinstance(screen, ComposeScreen)
    opened.qtbot.waitUntil(lambda: screen.freshness is Freshness.FRESH, timeout=LONG_MS)
    screen.opening.begin()
    screen.writing.editor.textCursor().insertText(words)
    return screen


def drafts(opened: Sitting) -> list[str]:
    office = opened.office
    return [one.content.text for one in office.posts.mine(office.session.actor)]


def told(opened: Sitting) -> list[str]:
    return [model.key for model in opened.frame.banners.models]


def question(opened: Sitting) -> ConfirmDialog:
    opened.qtbot.waitUntil(lambda: bool(opened.frame.findChildren(ConfirmDialog)), timeout=LONG_MS)
    (asked,) = opened.frame.findChildren(ConfirmDialog)
    return asked


@contextmanager
def a_full_disk(office: Office) -> Iterator[None]:
    """Let the store's file grow no more, as SQLite itself says it on a full disk."""
    most = {"pages": 1}  # the least that SQLite takes is what there is

    def limit(connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={most['pages']}").close()

    sa.event.listen(office.desk.store._engine, "begin", limit)
    try:
        yield
    finally:
        most["pages"] = 2**30


@contextmanager
def another_program(office: Office) -> Iterator[None]:
    """Hold the store as a long import of another login does."""
    with closing(sqlite3.connect(office.grounds.place.store / FILE_NAME, isolation_level=None)) as held:
        held.execute("BEGIN IMMEDIATE")
        yield


def test_what_a_full_disk_refuses_at_lock_is_kept_and_saved_when_its_writer_is_back(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        write(opened, WORDS)

        opened.shell.lock()

        opened.arrive(GATE)
        opened.qtbot.waitUntil(lambda: told(opened) == [UNSAVED], timeout=LONG_MS)
        assert not any("science" in str(model) for model in opened.frame.banners.models)
    opened.sit("Daniel Reyes")  # somebody else doesn't get it
    opened.qtbot.wait(1_500)
    assert WORDS not in drafts(opened)
    opened.shell.lock()
    opened.arrive(GATE)
    opened.sit(at="compose")  # where the words were typed

    opened.qtbot.waitUntil(lambda: told(opened) == [SAVED], timeout=LONG_MS)
    assert WORDS in drafts(opened)
    opened.frame.banners.actionChosen.emit(opened.frame.banners.models[0])
    opened.arrive("compose")
    screen = opened.frame.open_screen("compose")
    assert isinstance(screen, ComposeScreen)
    opened.qtbot.waitUntil(lambda: screen.writing.editor.words == WORDS, timeout=LONG_MS)


def test_what_is_saved_while_somebody_is_let_in_is_said_once_they_are(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        write(opened, WORDS)
        opened.shell.lock()
        opened.qtbot.waitUntil(lambda: told(opened) == [UNSAVED], timeout=LONG_MS)
    opened.arrive(GATE)
    writer = next(one.person for one in opened.office.session.sitters() if one.name == "Maya Ortega")

    opened.office.session.sign_in(writer, PASSPHRASE)  # let in, but the window hasn't heard of it
    opened.shell._patience._look()
    opened.qtbot.wait(200)
    assert told(opened) == [UNSAVED]
    opened.sit(at="compose")

    opened.qtbot.waitUntil(lambda: told(opened) == [SAVED], timeout=LONG_MS)
    assert WORDS in drafts(opened)


def test_what_a_full_disk_refuses_while_another_draft_is_opened_is_kept_too(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        screen = write(opened, WORDS)
        screen.opening.begin()
        opened.qtbot.waitUntil(lambda: told(opened) == [UNSAVED], timeout=LONG_MS)
        assert screen.writing.editor.words == ""

    opened.qtbot.waitUntil(lambda: told(opened) == [SAVED], timeout=LONG_MS)
    assert WORDS in drafts(opened)


def test_quitting_with_a_full_disk_asks_and_staying_keeps_the_text(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        screen = write(opened, WORDS)

        opened.frame.close()

        asked = question(opened)
        assert opened.frame.isVisible()
        asked.keep_button.click()
        assert screen.writing.editor.words == WORDS
    opened.qtbot.waitUntil(lambda: WORDS in drafts(opened), timeout=LONG_MS)
    opened.frame.close()
    opened.qtbot.waitUntil(lambda: not opened.frame.isVisible(), timeout=LONG_MS)


def test_quitting_all_the_same_quits(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        write(opened, WORDS)
        opened.frame.close()

        question(opened).do_button.click()

        opened.qtbot.waitUntil(lambda: not opened.frame.isVisible(), timeout=LONG_MS)


def test_a_question_goes_away_and_the_window_with_it_once_all_is_saved(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        write(opened, WORDS)
        opened.frame.close()
        question(opened)

    opened.qtbot.waitUntil(lambda: not opened.frame.isVisible(), timeout=LONG_MS)
    opened.qtbot.waitUntil(lambda: opened.frame.findChildren(ConfirmDialog) == [])
    assert WORDS in drafts(opened)


def test_quitting_a_locked_window_that_keeps_words_asks_too(opened: Sitting) -> None:
    with a_full_disk(opened.office):
        write(opened, WORDS)
        opened.shell.lock()
        opened.qtbot.waitUntil(lambda: told(opened) == [UNSAVED], timeout=LONG_MS)

        opened.frame.close()

        assert question(opened).isVisible()
        assert opened.frame.isVisible()


def test_quitting_right_after_typing_saves_first_and_asks_nothing(opened: Sitting) -> None:
    write(opened, "Typed a moment ago.")

    opened.frame.close()

    opened.qtbot.waitUntil(lambda: not opened.frame.isVisible(), timeout=LONG_MS)
    assert "Typed a moment ago." in drafts(opened)


def test_a_store_that_another_program_keeps_is_said_and_quitting_doesnt_hang(opened: Sitting) -> None:
    with another_program(opened.office):
        write(opened, "While somebody imports.")
        opened.qtbot.waitUntil(lambda: BUSY in told(opened), timeout=LONG_MS)

        opened.frame.close()
        question(opened).do_button.click()
        opened.qtbot.waitUntil(lambda: not opened.frame.isVisible(), timeout=LONG_MS)
        begun = time.monotonic()
        opened.performer.close()

        assert time.monotonic() - begun < 2


def test_that_the_store_is_busy_is_said_no_longer_than_it_is(opened: Sitting) -> None:
    with another_program(opened.office):
        write(opened, "While somebody imports.")
        opened.qtbot.waitUntil(lambda: BUSY in told(opened), timeout=LONG_MS)

    opened.qtbot.waitUntil(lambda: BUSY not in told(opened), timeout=LONG_MS)
    opened.qtbot.waitUntil(lambda: "While somebody imports." in drafts(opened), timeout=LONG_MS)
