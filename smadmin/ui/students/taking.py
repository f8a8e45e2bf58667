"""The pages that stand in place of the children, one at a time: a list, portraits, consents."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.ui.buttons import Button
from smadmin.ui.enrolling.consents import ConsentsPage
from smadmin.ui.enrolling.page import ImportPage, dropped_list
from smadmin.ui.enrolling.portraits import PortraitsPage, dropped_portraits
from smadmin.ui.photos.page import Page
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class TakingOver(QObject):
    """The pages, and what a file that is dropped leads to.

    Signals:
        begun: a page is seen in place of the children.
        ended: the children are to be seen again.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, around: Surroundings, screen: Screen) -> None:
        """Make the pages; `lay` puts them into the screen."""
        super().__init__(screen)
        self.list = ImportPage(around, screen, left=self.end)
        self.portraits = PortraitsPage(around, screen, left=self.end)
        words = around.words
        for page, other, name in (
            (self.list, self.portraits, "portraits"),
            (self.portraits, self.list, "list"),
        ):
            button = Button(words.say(f"enrollui.to-{name}"))
            button.setObjectName(f"to-{name}")
            button.clicked.connect(lambda _checked=False, to=other: self.begin(to))
            page.header.add_button(button)
            page.to_other = button

        self.consents = ConsentsPage(around, screen, left=self.end)
        self._pages = (self.list, self.portraits, self.consents)

    def lay(self, head: QVBoxLayout, page: QVBoxLayout) -> None:
        """Put the pages and their heads into the screen, out of sight."""
        for one in self._pages:
            head.addWidget(one.header)
            page.addWidget(one, 1)
            one.leave()

    def begin(self, page: Page | None = None) -> None:
        """Show a page, the list's where none is named."""
        for one in self._pages:
            one.leave()
        self.begun.emit()
        (page or self.list).enter()

    def end(self) -> None:
        """Show the children again."""
        for one in self._pages:
            one.leave()
        self.ended.emit()

    def load(self) -> None:
        """Compare anew where a list is looked at."""
        self.list.load()

    def takes(self, mime: QMimeData) -> bool:
        """Tell whether what is being dropped is a list, a folder or an archive."""
        return _page_of(mime) is not None

    def drop(self, mime: QMimeData) -> None:
        """Show the page that what was dropped is for, and read it."""
        found = _page_of(mime)
        if found is not None:
            what, path = found
            page = self.list if what == "list" else self.portraits
            self.begin(page)
            page.read(path)


def _page_of(mime: QMimeData) -> tuple[str, Path] | None:
    path = dropped_portraits(mime)
    if path is not None:
        return "portraits", path
    path = dropped_list(mime)
    return None if path is None else ("list", path)
