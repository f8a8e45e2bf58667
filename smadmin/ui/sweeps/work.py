"""The worklist: what was found beside the one that is open, gone through by single keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.sweeps import Decided
from smadmin.services.clearing import ClearingSheet
from smadmin.ui.list_screen import worded
from smadmin.ui.rows import RowList
from smadmin.ui.scrolled import area_of
from smadmin.ui.sides import Sides
from smadmin.ui.sweeps.found import FoundShown, found_line, next_of
from smadmin.ui.sweeps.item import ItemPanel
from smadmin.ui.sweeps.pictures_kept import KeptPictures
from smadmin.ui.wording import Wording


class WorkPage(QWidget):
    """The worklist.

    Signals:
        decided: the key of a thing, the `Decided`, and why where it stays.
        opened: the key of the thing that is shown now, also once it is decided otherwise.
        finished: everything is decided and done.
    """

    decided = Signal(str, object, str)
    opened = Signal(str)
    finished = Signal()

    def __init__(self, words: Wording, pictures: KeptPictures) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self._items: tuple[FoundShown, ...] = ()
        self._blocked: tuple[str, ...] = ()
        self._sheets: Mapping[PostId, ClearingSheet] = {}
        self._busy: frozenset[AccountId] = frozenset()
        self._texts: dict[PostId, str] = {}
        self._open, self._answered = "", ""
        self._stood: tuple[str, Decided | None] | None = None
        self.list = RowList("found-things", title=words.say("sweepui.worklist"))
        self.item = ItemPanel(words, pictures, self)
        area = area_of("found-thing", self, self.item)
        names = [words.say(f"sweepui.work-{one}") for one in ("all", "one")]
        self.sides = Sides(self.list, area, shares=(4, 8), names=names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides)
        self.list.rowChosen.connect(self._choose)
        self.list.rowOpened.connect(self.sides.turn_to_second)
        self.item.answers.given.connect(self._give)

    @property
    def current(self) -> FoundShown | None:
        """What is shown."""
        return next((one for one in self._items if one.key == self._open), None)

    def begin(self) -> None:
        """Put the keyboard on the list, on the first thing to decide."""
        self._choose(next_of(self._items, "") or self._open)
        self.sides.turn_to_second()
        (self.list if self.list.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_items(self, items: Sequence[FoundShown], blocked: tuple[str, ...]) -> None:
        """Show the list as it was read; after an answer the next thing is open."""
        before, self._items, self._blocked = self._items, tuple(items), blocked
        answered, now = self._answered, {one.key: one for one in items}
        self.list.show_rows([worded(found_line(one), self._words) for one in items], self._open)
        if answered in now and not now[answered].open:  # else it was read before that was kept
            self._answered = ""
            following = next_of([now[one.key] for one in before if one.key in now], answered)
            if not following:
                self._show()
                self.finished.emit()
                return
            self._choose(following)
        elif self._open not in now:
            self._choose(next_of(items, "") or (items[0].key if items else ""))
        else:
            self._show()

    def show_sheets(self, sheets: Mapping[PostId, ClearingSheet], busy: frozenset[AccountId]) -> None:
        """Show where the posts that are to go still stand."""
        self._sheets, self._busy = sheets, busy
        self._show()

    def show_words(self, post: PostId, text: str) -> None:
        """Show what a post says."""
        self._texts[post] = text
        self._show()

    def _choose(self, key: str) -> None:
        self._open = key
        self.list.choose(key)
        self._show()

    def _show(self) -> None:
        one = self.current
        going = one is not None and one.decided is Decided.TAKE_DOWN
        posts = one.posts if one is not None and going else ()
        sheets = [self._sheets[post] for post in posts if post in self._sheets]
        text = "" if one is None or one.words_of is None else self._texts.get(one.words_of, "")
        self.item.show_item(one, blocked=self._blocked, sheets=sheets, busy=self._busy, text=text)
        stands = None if one is None else (one.key, one.decided)
        if one is not None and stands != self._stood:
            self._stood = stands
            self.opened.emit(one.key)

    def _give(self, decided: Decided, reason: str) -> None:
        self._answered = self._open
        if self.list.isVisible():  # the button that was pressed goes; the keyboard isn't lost with it
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.decided.emit(self._open, decided, reason)
