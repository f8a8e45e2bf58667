"""Searching folders for faces, one after the other; a folder that was just dropped comes first.

What had to give way is gone on with afterwards, also while nobody looks at its sheet.
"""

import threading

from PySide6.QtCore import QObject
from typing_extensions import override

from smadmin.domain.ids import PhotoSetId
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.reading import look_for_faces
from smadmin.ui.surroundings import Surroundings


class Searching(Finding):
    """The screen's one search."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Search nothing yet."""
        super().__init__(around.performer, parent)
        self._around = around
        self._folder: PhotoSetId | None = None
        self._waiting: list[PhotoSetId] = []
        self.ended.connect(self._next)
        self.failed.connect(lambda _: self._waiting.clear())

    def searches(self, folder: PhotoSetId | None) -> bool:
        """Tell whether a folder is searched now."""
        return self.running and folder == self._folder

    def search(self, folder: PhotoSetId) -> None:
        """Search a folder, after the one that is searched now."""
        if not self.running:
            self._begin(folder)
        elif folder != self._folder and folder not in self._waiting:
            self._waiting.append(folder)

    def search_first(self, folder: PhotoSetId) -> None:
        """Search a folder now; another one waits until it is through."""
        if self.running and self._folder not in {None, folder}:
            self._waiting.insert(0, self._folder)
            self.let_go()
        self.search(folder)

    @override
    def drop(self) -> None:
        self._waiting.clear()
        super().drop()

    def leave_out(self, folder: PhotoSetId) -> None:
        """Search this folder no more; the others go on."""
        self._waiting = [one for one in self._waiting if one != folder]
        if self.searches(folder):
            super().drop()

    def _begin(self, folder: PhotoSetId) -> None:
        office, stop = self._around.office, threading.Event()
        self._folder = folder
        self._waiting = [one for one in self._waiting if one != folder]
        self.start(self._around.by, lambda by: look_for_faces(office, by, folder, stop.is_set), stop)

    def _next(self) -> None:
        if self._waiting and self._around.acting is not None:
            self.search(self._waiting.pop(0))
