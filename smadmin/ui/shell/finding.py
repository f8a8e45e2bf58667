"""*Search* (Ctrl+Shift+F): asks at each key, opens what is chosen where it lives.

Screens and deeds of the menus are found too. What lies sealed is read into memory beside the work, after
signing in and whenever it changed; locking drops it with everything else (`Office.lock`).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtGui import QAction

from smadmin.domain.changes import Changes
from smadmin.domain.searching import asked_of, fits, words_of
from smadmin.ui.frame import Frame
from smadmin.ui.rows import Row
from smadmin.ui.search.box import SearchBox
from smadmin.ui.search.phrases import row_words
from smadmin.ui.search.reading import Line, ask
from smadmin.ui.surroundings import Surroundings

READ_ANEW = frozenset({"posts", "students", "comments", "post-requests", "people"})
"""Nouns whose words lie in memory, or who may see them."""
LATER_MS = 1_500


class Finding(QObject):
    """The search of one window."""

    def __init__(self, frame: Frame, around: Surroundings, opened: SignalInstance, parent: QObject) -> None:
        """Offer it in the menu; `opened` tells that somebody sat down."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._question = 0
        self._opens: dict[str, Callable[[], object]] = {}
        self.box: SearchBox | None = None
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self.refresh)
        frame.menus.offer("search", self.begin)
        opened.connect(self.refresh)
        around.performer.changed.connect(self._heard)

    def begin(self) -> None:
        """Open the search; a second person in the chair has only what they sat down for."""
        if self._around.acting is None or self._around.office.session.confined or self.box is not None:
            return
        self.refresh()
        box = self.box = SearchBox(self._around.words, self._frame)
        box.asked.connect(partial(self._ask, box))
        box.chosen.connect(self._open)
        box.finished.connect(self._left)
        box.open()

    def end(self) -> None:
        """End what goes on beside the work: the window is going, and waits for it."""
        self._later.stop()
        self._around.office.forget_search()

    def refresh(self) -> None:
        """Have what changed read into memory."""
        self._later.stop()
        if self._around.acting is None or self._around.office.session.confined:
            return
        search, by = self._around.office.search, self._around.by
        self._around.performer.errand(lambda: search.refresh(by), failed=lambda _: None, origin=self)

    def _heard(self, changes: Changes, _origin: QObject | None) -> None:
        if changes.touches_any(READ_ANEW):
            self._later.start()  # a draft is saved again and again while somebody types

    def _left(self) -> None:
        self.box, self._opens = None, {}
        self._question += 1

    def _ask(self, box: SearchBox, text: str) -> None:
        self._question += 1
        number = self._question
        commands = self._commands(text)
        if not asked_of(text) or self._around.acting is None:
            self._show(box, text, commands, ())
            return
        office, by, words = self._around.office, self._around.by, self._around.words
        still = partial(self._still, number)
        self._around.performer.errand(
            lambda: ask(office, by, text, words=words, rows=row_words(words), still=still),
            done=lambda lines: self._show(box, text, commands, lines) if still() else None,
            failed=lambda error: box.say_failed(words.error(error)),
            origin=box,
        )

    def _still(self, number: int) -> bool:
        return number == self._question

    def _commands(self, text: str) -> tuple[QAction, ...]:
        asked = asked_of(text)
        offered = self._frame.menus.offered()
        return tuple(one for one in offered if fits(asked, words_of(for_eyes(one.text()))))

    def _show(
        self, box: SearchBox, text: str, commands: tuple[QAction, ...], lines: tuple[Line, ...]
    ) -> None:
        said = self._around.words.say("search.kind-command")
        rows: list[Row] = []
        self._opens = {}
        for one in commands:
            rows.append(Row(f"{len(rows)}", for_eyes(one.text()), note=_keys(one), aside=said))
            self._opens[rows[-1].key] = one.trigger
        for line in lines:
            rows.append(Row(f"{len(rows)}", line.title, note=line.note, aside=line.kind))
            self._opens[rows[-1].key] = partial(
                self._around.doors.open, line.opens.screen, line.opens.subject
            )
        box.show_found(text, rows)

    def _open(self, key: str) -> None:
        opens = self._opens.get(key)
        if self.box is not None:
            self.box.accept()
        if opens is not None and self._around.acting is not None:
            opens()


def for_eyes(text: str) -> str:
    """Give a menu's text as it is read: a single & only marks a key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
