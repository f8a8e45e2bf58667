"""The open post's links: tried once more before whoever may release it does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.reach import Reached, links_in
from smadmin.ui.approvals.sheet import Next, SheetModel
from smadmin.ui.links import LinksCard
from smadmin.ui.wording import Wording


class LinksBefore(QWidget):
    """The links of the open post.

    Signals:
        tryAsked: the `LinksCard` whose links are to be tried; `show_tried` takes what became of them.
        changed: they were tried.
    """

    tryAsked = Signal(object)
    changed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without a post."""
        super().__init__(parent)
        self._words = words
        self._shown: tuple[PostId, tuple[str, ...]] | None = None
        self._trying = False
        self.card: LinksCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def pending(self) -> Message | None:
        """That they are being tried right now; it takes some seconds at most."""
        return say("approvalui.links-first") if self._trying else None

    def show_model(self, model: SheetModel) -> None:
        """Show the links of a post; what is known of the same ones stays."""
        now = (model.post, links_in(text for text, _ in model.voices))
        if now != self._shown:
            self._clear()
            self._shown = now
            self._add(now[1])
        releases = model.next is Next.RELEASE and not model.missing
        if self.card is not None and releases and self.card.untried:
            self.card.begin()

    def show_tried(self, card: LinksCard, tried: tuple[Reached, ...]) -> None:
        """Say what became of them, unless another post stands there by now."""
        if card is self.card:
            card.show_tried(tried)
            self._trying = False
            self.changed.emit()

    def _add(self, links: tuple[str, ...]) -> None:
        self.setVisible(bool(links))
        if links:
            self.card = LinksCard(links, self._words)
            self.card.tryAsked.connect(self._ask)
            self._column.addWidget(self.card)

    def _clear(self) -> None:
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.deleteLater()
        self.card, self._trying = None, False

    def _ask(self) -> None:
        self._trying = True
        self.tryAsked.emit(self.card)
        self.changed.emit()
