"""A screen that is a list with one thing of it open beside: what such screens do alike.

It reads everything at once on the store's thread, keeps that, and shows it (`show_seen`). Nothing is
shown of what hasn't been read yet.
"""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.services.office import Office
from smadmin.ui.buttons import Button
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.list_line import ListLine
from smadmin.ui.rows import Row, RowList
from smadmin.ui.screen import Screen
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wording import Wording

Seen = TypeVar("Seen")
Value = TypeVar("Value")


class Form(Protocol):
    """What somebody fills in: it says at its own fields what is wrong with it."""

    def show_error(self, error: NotAllowed) -> bool:
        """Say each refusal at its field; tells whether all of them have one."""
        ...


class ListScreen(Screen, Generic[Seen]):
    """Base of these screens: give `show_seen`, lay the head and the sides, put panels on them."""

    def __init__(self, around: Surroundings, name: str, read: Callable[[Office, Actor], Seen]) -> None:
        """Build it empty; `load` fills it.

        Args:
            around: what lies around every screen.
            name: the list's object name, and how the ids of its tabs' words begin (`name.tab-all`).
            read: reads everything that is shown (on the store's thread).
        """
        super().__init__()
        self._around, self._words = around, around.words
        self._name, self._read = name, read
        self._seen: Seen | None = None
        self._open = ""
        self.banners = UndoBanners(self._words)

    def show_seen(self, seen: Seen) -> None:
        """Show what was read."""

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._ask(lambda: self._read(office, by), self._came)

    @override
    def settle(self) -> None:
        self.banners.quiet()  # whoever sits down next didn't do it

    def _came(self, seen: Seen) -> None:
        self._seen = seen
        self.loaded(self._render)

    def _render(self) -> None:
        if self._seen is not None:
            self.show_seen(self._seen)

    def _show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show the list, with what is open as its current row."""
        self.list.show_rows([worded(one, self._words) for one in lines], self._open)

    def _keep_one_open(self, lines: Sequence[ListLine]) -> None:
        """Open the first line where what was open is no longer there."""
        if self._open not in {one.key for one in lines}:
            self._open = lines[0].key if lines else ""

    def _ask(self, do: Callable[[], Value], done: Callable[[Value], None], form: Form | None = None) -> None:
        """Do something on the store's thread; a refusal stands at the form's fields where it has them."""
        self._around.performer.perform(
            do, done=done, failed=lambda error: self._refused(error, form), origin=self
        )

    def _refused(self, error: KnownError, form: Form | None) -> None:
        if form is None or not (isinstance(error, NotAllowed) and form.show_error(error)):
            self.banners.say_error(error)

    def _rest_keyboard(self) -> None:
        """Give the keyboard to the list after a deed: Qt hands it to the button behind the one that goes."""
        has = self.window().focusWidget()
        if has is not None and self.isAncestorOf(has) and has is not self.list:
            (self.list if self.list.isVisible() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        """Open what somebody chose in the list."""

    # ---- layout

    def _lay_head(self, title: str, main: str, *others: Button) -> None:
        """Put the title on the head with its main button and others, and the banners below."""
        self.header = ScreenHeader(title)
        self.main = self.header.set_main(main)
        for button in others:
            self.header.add_button(button)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _lay_sides(
        self,
        title: str,
        beside: QWidget,
        *,
        above: QWidget | None = None,
        shares: tuple[int, int] = (5, 7),
    ) -> None:
        """Put the list and what is open beside one another.

        Args:
            title: what a screen reader calls the list.
            beside: what is open.
            above: what is said above the list.
            shares: how they share the width.
        """
        self.list = RowList(self._name, title=title)
        names = [self._words.say(f"{self._name}.tab-{one}") for one in ("all", "one")]
        listed = self.list if above is None else _below(above, self.list)
        self._sides = Sides(listed, beside, shares=shares, names=names)
        self.list.rowAgain.connect(self._choose)  # back from a form or from what else stands beside
        self.list.rowOpened.connect(self._sides.turn_to_second)

    def _lay_whole(self, empty: EmptyState) -> None:
        """Put both sides on the page, and what is said instead where there is nothing; at first neither."""
        self.empty, self._whole = empty, QStackedWidget()
        self.page.addWidget(self._whole, 1)
        for part in (QWidget(), empty, self._sides):
            self._whole.addWidget(part)


def _below(above: QWidget, listed: RowList) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(above, 0, Qt.AlignmentFlag.AlignTop)
    column.addWidget(listed, 1)
    column.addStretch(0)  # without a list what is said stays at the top
    return whole


def worded(line: ListLine, words: Wording) -> Row:
    """Word a line."""
    title = line.title if isinstance(line.title, str) else words(line.title)
    note, chip = words(line.note), words(line.chip)
    return Row(line.key, title, note=note, state=line.state, chip=chip, platform=line.platform)
