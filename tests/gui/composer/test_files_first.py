"""Files are made while a draft is read back; who hands it in before they are waits, once, and is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from smadmin.domain.changes import Changes
from smadmin.domain.ids import PhotoId
from smadmin.domain.posts import Content, Picture
from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.files_first import FilesFirst
from smadmin.ui.header import ScreenHeader
from smadmin.ui.wording import Wording
from tests.unit.ui.approvals.cases import draft as plain


class SlowErrands:
    """Surroundings in which errands end when a test says so."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.by = self.office = self.export = self.performer = self
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
