"""The pages that stand in place of the children, one at a time: a list, portraits, consents."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from smadmin.ui.buttons import Button
from smadmin.ui.enrolling.consents import ConsentsPage
from smadmin.ui.enrolling.page import ImportPage, dropped_list
from smadmin.ui.enrolling.portraits import PortraitsPage, dropped_portraits
from smadmin.ui.enrolling.taking import TakingPage
from smadmin.ui.photos.page import AnyPage, Page
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

    def __init__(self, around: Surroundings, screen: Screen, head: QVBoxLayout, body: QVBoxLayout) -> None:
        """Make nothing yet; each page is made when it is first needed, out of sight.

        Args:
            around: what the pages stand on.
            screen: the origin of what is done on them.
            head: where their heads are put.
            body: where they are put.
        """
        super().__init__(screen)
        self._around, self._screen = around, screen
        self._head, self._body = head, body
        self._pages: list[Page] = []

    @cached_property
    def list(self) -> ImportPage:
        """The page of a list."""
        page = self._stand(ImportPage(self._around, self._screen, left=self.end))
        self._lead_on(page, "portraits", lambda: self.begin(self.portraits))
        return page

    @cached_property
    def portraits(self) -> PortraitsPage:
        """The page of many portraits at once."""
        page = self._stand(PortraitsPage(self._around, self._screen, left=self.end))
        self._lead_on(page, "list", lambda: self.begin(self.list))
        return page

    @cached_property
    def consents(self) -> ConsentsPage:
        """The page of the parents' answers."""
        return self._stand(ConsentsPage(self._around, self._screen, left=self.end))

    def _stand(self, page: AnyPage) -> AnyPage:
        self._pages.append(page)
        self._head.insertWidget(0, page.header)
        self._body.addWidget(page, 1)
        page.leave()
        return page

    def _lead_on(self, page: TakingPage, name: str, go: Callable[[], None]) -> None:
        button = Button(self._around.words.say(f"enrollui.to-{name}"))
        button.setObjectName(f"to-{name}")
        button.clicked.connect(go)
        page.header.add_button(button)
        page.to_other = button

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
        for one in self._pages:
            if isinstance(one, ImportPage):
                one.load()

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
