"""The weekly page on the screen: read before it is approved, with a tick for each post that isn't struck."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit, QWidget
from typing_extensions import override

from smadmin.domain.ids import SlotId
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.plan.weekly_pages import ShownPage
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 680
_PAGE_LINES, _LIST_LINES = 24, 8
_LIST_PX = 170
"""Large text shows fewer lines of a list, or a dialog would be taller than the screen."""
_REST_PX, _REST_LINES, _LEAST_LINES = 340, 6, 6
"""What of the screen's height the page leaves to what stands around it."""

Choice = tuple[SlotId, str]
"""A planned post, and what is said of it."""


class WeekDialog(FormDialog):
    """The page; for whoever approves the week a tick for each of its posts, and one button.

    Signals:
        approved: the ids of the struck posts, a `frozenset`.
    """

    approved = Signal(object)

    def __init__(
        self,
        page: ShownPage,
        posts: Sequence[Choice],
        words: Wording,
        *,
        why: str,
        title: str = "",
        struck: Collection[SlotId] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the page and the posts that are asked about; none are where it is only read."""
        super().__init__(
            title or words.say("weekly.approve-title" if posts else "weekly.hand-on"),
            why,
            main=words.say("weekly.approve"),
            leave=words.say("weekly.not-now" if posts else "weekly.read-close"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self.page = PageView(page, words.say("weekly.hand-on"))
        self.fields.addWidget(self.page)
        self.posts = PostList(posts, words.say("weekly.posts"), struck)
        note = PlainLabel(words.say("weekly.approve-text"), kind=TextKind.NOTE)
        self.fields.addWidget(note)
        self.fields.addWidget(self.posts)
        for widget in (note, self.posts, self.main):
            widget.setVisible(bool(posts))
        self.main.setDefault(False)
        self.main.clicked.connect(self._approve)
        self.page.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whoever reads presses Return to go on; a week is approved by its own button, never on the way.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _approve(self) -> None:
        self.approved.emit(self.posts.struck)
        self.accept()


class PageView(QTextEdit):
    """A page that is only read: nothing in it is fetched or followed."""

    def __init__(self, page: ShownPage, name: str) -> None:
        """Take a page in which everything from outside is escaped."""
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        for source, picture in page.pictures.items():
            self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(source), picture)
        self.setHtml(page.html)
        line_px = self.fontMetrics().lineSpacing()
        most = self.screen().availableSize().height() - _REST_PX - _REST_LINES * line_px
        self.setFixedHeight(max(_LEAST_LINES * line_px, min(_PAGE_LINES * line_px, most)))


class PostList(QListWidget):
    """Posts with a tick each; the space bar strikes one."""

    def __init__(
        self, posts: Sequence[Choice], name: str, struck: Collection[SlotId] = (), *, whole: bool = False
    ) -> None:
        """Take the posts, ticked but for the struck ones; shown whole, what is around scrolls."""
        super().__init__()
        self._whole = whole
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        # A bar across would lie over the last line; what is cut stands whole in the page above.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for slot, said in posts:
            item = QListWidgetItem(one_line(said), self)
            item.setData(Qt.ItemDataRole.UserRole, slot)
            item.setToolTip(one_line(said))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Unchecked if slot in struck else Qt.CheckState.Checked)
        if self.count():
            self.setCurrentRow(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        rows = min(max(self.count(), 2), _LIST_LINES)
        line = max(self.sizeHintForRow(0), self.fontMetrics().height() + SPACE_PX)  # known with the style
        around = self.height() - self.viewport().height()
        most = self.count() * line if self._whole else min(rows * line, max(2 * line, _LIST_PX))
        self.setFixedHeight(max(most, line) + around)

    @property
    def struck(self) -> frozenset[SlotId]:
        """The posts whose tick was taken away."""
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            SlotId(str(one.data(Qt.ItemDataRole.UserRole)))
            for one in items
            if one.checkState() is not Qt.CheckState.Checked
        )
