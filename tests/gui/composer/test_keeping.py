"""No text is ever lost: conflicts, second people, other drafts, long pastes, what Photos adds."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QTimer, QUrl
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from smadmin.domain.ids import PhotoId
from smadmin.services.sample.making import PASSPHRASE
from smadmin.storage.disk import FILE_NAME
from smadmin.ui.surroundings import files_of
from tests.gui.composer.conftest import Sitting

LONGEST_BLOCK_S = 0.05
TRIES = 3
WRITER_S = 20


def test_when_a_draft_was_changed_elsewhere_both_texts_are_kept(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Mine")
    mine = at_compose.until_saved()
    by = at_compose.office.session.actor
    at_compose.office.posts.save(by, mine, replace(mine.content, text="Theirs"))

    at_compose.write(", going on")
    at_compose.qtbot.waitUntil(lambda: bool(at_compose.screen.banners.models), timeout=5_000)
    at_compose.until_saved()

    assert {draft.content.text for draft in at_compose.stored()} == {"Mine, going on", "Theirs"}
    assert at_compose.screen.banners.models[0].happened.id == "compose.parted"
    at_compose.screen.banners.actionChosen.emit(at_compose.screen.banners.models[0])
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.writing.editor.words == "Theirs", timeout=5_000)


@contextmanager
def another_writer(at_compose: Sitting) -> Iterator[None]:
    """Hold the store as another login does that takes a school's list over."""
    held = sqlite3.connect(
        at_compose.office.grounds.place.store / FILE_NAME, isolation_level=None, timeout=WRITER_S
    )
    held.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        held.execute("ROLLBACK")
        held.close()


@pytest.mark.parametrize("leave", ["settle", "another draft"])
def test_what_is_typed_while_a_save_waits_is_saved_behind_it(at_compose: Sitting, leave: str) -> None:
    at_compose.choose(0)
    at_compose.write("First")
    at_compose.until_saved()
    keeper = at_compose.screen.write.keeper

    with another_writer(at_compose):
        at_compose.write(", second")
        at_compose.qtbot.waitUntil(lambda: keeper._autosave.under_way, timeout=5_000)
        at_compose.write(", third")
        if leave == "settle":
            at_compose.screen.settle()
            at_compose.screen.deleteLater()
            at_compose.qtbot.waitUntil(lambda: not isValid(keeper), timeout=5_000)
        else:
            at_compose.screen.opening.new_draft()

    def stored() -> list[str]:
        return [draft.content.text for draft in at_compose.stored()]

    at_compose.qtbot.waitUntil(lambda: stored() == ["First, second, third"], timeout=10_000)


def test_what_was_typed_is_saved_as_soon_as_the_keyboard_goes_elsewhere(
    at_compose: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smadmin.ui.composer.autosave.PAUSE_S", 60.0)
    monkeypatch.setattr("smadmin.ui.composer.autosave.LATEST_S", 60.0)
    editor = at_compose.screen.writing.editor
    at_compose.choose(0)
    editor.setFocus()
    at_compose.write("The library is open.")

    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))

    assert at_compose.until_saved().content.text == "The library is open."
    assert editor.window().focusWidget() is editor, "saving takes the keyboard from nobody"


def test_a_draft_whose_first_save_waits_keeps_what_came_after_it(at_compose: Sitting) -> None:
    with another_writer(at_compose):
        at_compose.choose(0)
        at_compose.write("First")
        at_compose.qtbot.waitUntil(lambda: at_compose.screen.write.keeper._autosave.under_way, timeout=5_000)
        at_compose.write(", and a paragraph more")
        at_compose.screen.settle()
    at_compose.settle()

    assert [draft.content.text for draft in at_compose.stored()] == ["First, and a paragraph more"]
    at_compose.write(", going on")
    assert at_compose.until_saved().content.text == "First, and a paragraph more, going on"
    assert at_compose.screen.banners.models == ()


def test_a_second_person_in_the_chair_never_stores_the_firsts_draft(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Maya's words")
    at_compose.until_saved()
    session = at_compose.office.session
    daniel = next(one for one in session.sitters() if one.name == "Daniel Reyes")
    session.hand_over(daniel.person, PASSPHRASE)

    at_compose.write(", unsaved")
    at_compose.screen.settle()
    at_compose.settle()
    assert at_compose.screen.banners.models == ()
    session.give_back()
    at_compose.screen.settle()

    assert at_compose.until_saved().content.text == "Maya's words, unsaved"


def test_ctrl_n_keeps_the_open_draft_and_begins_another(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("The first")

    at_compose.screen.opening.new_draft()
    at_compose.settle()
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.writing.editor.words == "", timeout=5_000)
    at_compose.write("The second")
    at_compose.until_saved()

    assert {draft.content.text for draft in at_compose.stored()} == {"The first", "The second"}


def test_a_draft_put_away_comes_back_by_undo(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Not this one")
    at_compose.until_saved()

    at_compose.screen.choosing.dropAsked.emit()
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.writing.editor.words == "", timeout=5_000)
    assert at_compose.stored() == ()
    at_compose.screen.banners.actionChosen.emit(at_compose.screen.banners.models[0])

    at_compose.qtbot.waitUntil(
        lambda: at_compose.screen.writing.editor.words == "Not this one", timeout=5_000
    )


def test_what_photos_adds_to_the_open_draft_is_taken_up(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("The choir sang.")
    draft = at_compose.until_saved()
    by = at_compose.office.session.actor
    at_compose.office.posts.attach(by, draft, PhotoId("a-photo"))

    at_compose.screen.open_subject(draft.id)
    at_compose.qtbot.waitUntil(lambda: bool(at_compose.screen.writing.tiles.tiles), timeout=5_000)
    at_compose.write(" It was lovely.")

    stored = at_compose.until_saved()
    assert (stored.id, len(stored.content.pictures)) == (draft.id, 1)
    assert stored.content.text == "The choir sang. It was lovely."
    assert len(at_compose.stored()) == 1


def test_dropped_files_go_to_photos_and_never_into_the_text(at_compose: Sitting) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/photos/one.jpg")])

    assert not at_compose.screen.writing.editor.canInsertFromMimeData(files)
    at_compose.screen.writing.filesDropped.emit(["/photos/two.jpg", "/photos/one.jpg"])

    screen, subject = at_compose.doors.opened[0]
    assert screen == "photos"
    assert [path.name for path in files_of(subject or "")] == ["one.jpg", "two.jpg"]


def test_the_picture_deeds_change_the_draft(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("The choir sang.")
    at_compose.screen.write.add_pictures((PhotoId("one"), PhotoId("two")))

    tiles = at_compose.screen.writing.tiles
    tiles.tiles[0].described.emit("The choir in the hall")
    tiles.tiles[1].movedBy.emit(-1)

    pictures = at_compose.until_saved().content.pictures
    assert [(one.photo, one.alt) for one in pictures] == [("two", ""), ("one", "The choir in the hall")]
    tiles.tiles[0].removed.emit()
    assert [one.photo for one in at_compose.until_saved().content.pictures] == ["one"]


def test_a_hundred_thousand_pasted_characters_never_block_the_window(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    words = "The quick brown fox jumps over the lazy dog. "
    texts = [(words * 2_300)[:100_000], "x" * 100_000, "\n".join([words] * 2_200)[:100_000]]

    for text in texts:
        tries = (_longest_block(at_compose, text) for _ in range(TRIES))
        assert any(longest < LONGEST_BLOCK_S for longest in tries)
        assert len(at_compose.screen.writing.editor.words.replace("\n", "")) == len(text.replace("\n", ""))


def _longest_block(sitting: Sitting, text: str) -> float:
    """Paste a text in place of all others; gives the longest time in which no event was served, seconds.

    It is the window thread's own time, so that other programs on the computer don't count.
    """
    editor = sitting.screen.writing.editor
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    sitting.qtbot.wait(50)
    gaps, last = [0.0], [time.thread_time()]

    def beat() -> None:
        gaps.append(time.thread_time() - last[0])
        last[0] = time.thread_time()

    heart = QTimer()
    heart.timeout.connect(beat)
    heart.start(0)
    pasted = QMimeData()
    pasted.setText(text)
    last[0] = time.thread_time()
    editor.insertFromMimeData(pasted)
    beat()
    sitting.qtbot.wait(1_200)
    sitting.qtbot.waitUntil(lambda: not editor.document().isEmpty() and not editor._left, timeout=20_000)
    editor.textCursor().insertText("y")
    beat()
    editor.textCursor().deletePreviousChar()
    beat()
    sitting.qtbot.wait(300)
    heart.stop()
    return max(gaps)


def test_accounts_chosen_before_photos_are_fetched_wait_as_a_draft(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)

    at_compose.screen.choosing.bring_files(["/pictures/two.jpg", "/pictures/one.jpg"])

    draft = at_compose.until_saved()
    assert draft.content.accounts == tuple(one.id for one in at_compose.doors.accounts)
    assert len(draft.content.accounts) == 2
    assert at_compose.doors.opened == [("photos", "files:/pictures/one.jpg\n/pictures/two.jpg")]
