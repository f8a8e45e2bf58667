"""Files are made while a draft is read back; who hands it in before they are waits, once, and is told.

Who goes on writing meanwhile, or leaves the window, isn't handed in any more.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes
from smadmin.domain.ids import PhotoId
from smadmin.domain.posts import Content, Picture, PostStage
from smadmin.services.photos.export import Export
from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.files_first import FilesFirst
from smadmin.ui.composer.heads import Step
from smadmin.ui.header import ScreenHeader
from smadmin.ui.wording import Wording
from tests.gui.composer.conftest import Sitting
from tests.unit.ui.approvals.cases import draft as plain


class SlowErrands:
    """Surroundings in which errands end when a test says so."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.acting = self.actor = self.office = self.export = self.performer = self
        self.made: list[tuple[PhotoId, ...]] = []
        self.ends: list[dict[str, Callable[[Any], None]]] = []

    def complete(self, _by: object, photos: list[PhotoId]) -> Changes:
        self.made.append(tuple(photos))
        return Changes()

    def errand(
        self, operation: Callable[[], Changes], *, origin: QObject, **ends: Callable[[Any], None]
    ) -> None:
        del origin
        operation()
        self.ends.append(ends)


def test_who_hands_in_waits_for_the_files_and_goes_on_once(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    head, around, gone = ScreenHeader(""), SlowErrands(words), list[str]()
    qtbot.addWidget(head)
    main = head.set_main("Submit for release")
    files = FilesFirst(around, head, head)  # type: ignore[arg-type]  # a fake with what is asked
    draft = replace(plain(), content=Content("Fair", pictures=(Picture(PhotoId("p")),)))

    files.begin(draft)
    files.begin(draft)
    for _ in range(2):
        files.when_over(lambda: gone.append("on"))

    assert (around.made, gone) == ([(PhotoId("p"),)], [])
    assert not main.isEnabled()
    assert head.missing == "The pictures are being made ready for each account…"
    around.ends[0]["done"](Changes())
    assert (gone, main.isEnabled()) == (["on"], True)


def test_a_file_that_cant_be_made_keeps_nobody_waiting(
    qtbot: QtBot, words: Wording, appearance: Appearance
) -> None:
    head, around, gone = ScreenHeader(""), SlowErrands(words), list[str]()
    qtbot.addWidget(head)
    head.set_main("Submit for release")
    files = FilesFirst(around, head, head)  # type: ignore[arg-type]  # a fake with what is asked
    files.begin(plain())  # without pictures there is nothing to make
    files.when_over(lambda: gone.append("at once"))
    files.begin(replace(plain(), content=Content("Fair", pictures=(Picture(PhotoId("p")),))))
    files.when_over(lambda: gone.append("after"))

    around.ends[0]["failed"](None)

    assert gone == ["at once", "after"]


def handed_in_while_files_are_made(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Press the main button of a post that was read back, while files are made until the event is set."""
    made = threading.Event()
    monkeypatch.setattr(Export, "complete", lambda *_: (made.wait(20), Changes())[1])
    sitting.choose(0)
    sitting.write("Doors open at six.")
    sitting.until_saved()
    sitting.screen.read_back()
    sitting.qtbot.waitUntil(lambda: sitting.screen.step is Step.READ_BACK, timeout=5_000)
    draft = sitting.until_saved()
    # as a draft with pictures that lack a file
    sitting.screen.reading.files.begin(
        replace(draft, content=replace(draft.content, pictures=(Picture(PhotoId("p")),)))
    )
    sitting.screen.heads.send.press()
    sitting.settle()
    assert sitting.screen.heads.reading.missing
    return made


@pytest.mark.demand("BAL-D2")
def test_who_goes_on_writing_while_files_are_made_isnt_handed_in(
    at_compose: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = handed_in_while_files_are_made(at_compose, monkeypatch)

    at_compose.screen.heads.backAsked.emit()
    at_compose.write("Never read back. ")
    at_compose.until_saved()
    made.set()
    at_compose.qtbot.waitUntil(lambda: not at_compose.screen.reading.files._running, timeout=5_000)
    at_compose.settle()

    assert at_compose.screen.step is Step.WRITE
    assert [one.stage for one in at_compose.stored()] == [PostStage.DRAFT]
    assert at_compose.screen.heads.reading.missing == ""


def test_a_window_that_is_locked_while_files_are_made_hands_nothing_in(
    at_compose: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = handed_in_while_files_are_made(at_compose, monkeypatch)
    by = at_compose.office.session.actor

    at_compose.screen.settle()  # as the window does before it locks
    at_compose.office.session.lock()
    made.set()
    at_compose.qtbot.waitUntil(lambda: not at_compose.screen.reading.files._running, timeout=5_000)
    at_compose.settle()

    assert [one.stage for one in at_compose.office.posts.mine(by)] == [PostStage.DRAFT]


def test_what_is_read_back_is_handed_in_once_the_files_are_made(
    at_compose: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = handed_in_while_files_are_made(at_compose, monkeypatch)
    made.set()
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.HANDED_IN, timeout=5_000)
