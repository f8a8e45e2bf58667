"""The grid of pairs: as many as fit whole, never more than eight; the keyboard goes from one to the next.

A page counts as seen once every pair of it has been drawn in sight, and a moment for each has passed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.photos.in_sight import moment_ms
from smadmin.ui.photos.pair_card import PairCard
from smadmin.ui.photos.pair_places import Place, places_of
from smadmin.ui.photos.pairs import MOST, Asked, Marks
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_MOST_COLUMNS = 4


class PairGrid(QWidget):
    """The cards.

    Signals:
        fitChanged: another number of pairs fits.
        seen: every pair stood there for its moment.
        marked: the key of a pair that was clicked, and the id of the child under the mouse, or "".
        largeAsked: the key of a pair that somebody wants to see large.
    """

    fitChanged = Signal()
    seen = Signal()
    marked = Signal(str, str)
    largeAsked = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_PX)
        self._made: list[PairCard] = []
        self.cards: tuple[PairCard, ...] = ()
        self._page: tuple[Asked, ...] = ()
        self._fit = 0
        self._standing = QTimer(self, singleShot=True)
        self._standing.timeout.connect(self.seen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def fits(self) -> int:
        """How many pairs of one child fit whole."""
        columns, rows = self._shape()
        return min(columns * rows, MOST)

    def page_of(self, asked: Sequence[Asked]) -> tuple[Asked, ...]:
        """Give as many of these pairs as fit whole, at least one."""
        return tuple(asked[: max(len(self._places(asked)), 1)])

    @property
    def chosen_place(self) -> int:
        """Where the pair is that the keyboard is on, else the first one; from 0."""
        return next((place for place, card in enumerate(self.cards) if card.hasFocus()), 0)

    def show_page(self, page: Sequence[Asked]) -> bool:
        """Show these pairs, as many as fit; tells whether they are others than before."""
        if tuple(page) == self._page and self.cards:
            return False
        self._standing.stop()
        self._page = tuple(page)
        columns, rows = self._shape()
        for card in self._made:
            self._grid.removeWidget(card)
            card.let_go()
            card.setVisible(False)
        places = self._places(page) or (Place(0, 0, 1),)
        while len(self._made) < len(page):
            self._made.append(self._card(page[len(self._made)], len(self._made) + 1))
        self.cards = tuple(self._made[: len(page)])
        for card, asked, place in zip(self.cards, page, places, strict=bool(page)):
            card.show_pair(asked, columns=place.columns)
            self._grid.addWidget(card, place.row, place.column, 1, place.columns)
            card.show()
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(MOST):
            self._grid.setRowStretch(row, int(row < rows))
        return True

    def show_marks(self, marks: Marks) -> None:
        """Show what was said."""
        for card in self.cards:
            card.show_mark(marks.get(card.asked.pair.key))

    def step(self, columns: int, rows: int) -> None:
        """Put the keyboard on another pair, so many places to the right and down."""
        if not self.cards:
            return
        here = self.cards[self.chosen_place].geometry().center()
        ways = [(card, card.geometry().center() - here) for card in self.cards]
        ahead = [
            (abs(way.x()) + abs(way.y()) + abs(way.x() * rows + way.y() * columns), place)
            for place, (_, way) in enumerate(ways)
            if way.x() * columns + way.y() * rows > 0
        ]
        if ahead:
            self.cards[min(ahead)[1]].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def minimumSizeHint(self) -> QSize:
        return PairCard.least_size(scale_of(self.font()), self.fontMetrics().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._refit()

    def _refit(self) -> None:
        if self.fits != self._fit:
            self._fit = self.fits
            self.fitChanged.emit()

    def _shape(self) -> tuple[int, int]:
        """Give how many columns and rows there is room for."""
        least = PairCard.least_size(scale_of(self.font()), self.fontMetrics().height())
        columns = max(1, min(_MOST_COLUMNS, (self.width() + SPACE_PX) // (least.width() + SPACE_PX)))
        rows = max(1, (self.height() + SPACE_PX) // (least.height() + SPACE_PX))
        return columns, min(rows, -(-MOST // columns))

    def _places(self, asked: Sequence[Asked]) -> tuple[Place, ...]:
        columns, rows = self._shape()
        return places_of([len(one.children) for one in asked[:MOST]], columns=columns, rows=rows)

    def _card(self, asked: Asked, number: int) -> PairCard:
        card = PairCard(asked, number, self._words, self)
        card.picked.connect(lambda child: self.marked.emit(card.asked.pair.key, child))
        card.largeAsked.connect(lambda: self.largeAsked.emit(card.asked.pair.key))
        card.drawn.connect(self._drawn)
        return card

    def _drawn(self) -> None:
        if self.cards and all(card.shown for card in self.cards):
            self._standing.start(moment_ms(sum(len(card.asked.children) for card in self.cards)))
