"""Stores what couldn't be stored before, once whoever typed it sits here again and the store takes it.

Whoever has the clock calls `look`. Until then the frame says that words wait, never which.
"""

from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.changes import Done
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import Draft
from smadmin.ui.banners import BannerModel
from smadmin.ui.frame import Frame
from smadmin.ui.pocket import Kept, Paper
from smadmin.ui.shell.seating import GATE
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

WAIT_LOOKS = 3
"""How many looks are let pass after the store refused once more."""

UNSAVED, SAVED = "words-unsaved", "words-saved"


class Rescue(QObject):
    """Looks after the window's pocket, one draft at a time."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Take the frame, whose banner tells."""
        super().__init__(parent)
        self._frame = frame
        self._around = around
        self._busy = False
        self._wait = 0
        self._stored: PostId | None = None
        frame.bannerActed.connect(self._show_stored)

    def look(self) -> None:
        """Say what waits, and try to store what whoever sits here once typed."""
        left = self._around.pocket.left
        self._tell(left)
        self._wait = max(0, self._wait - 1)
        acting = self._around.acting
        if acting is None or self._around.office.session.confined or self._busy or self._wait:
            return
        if self._frame.current in {"", GATE}:
            return  # they are let in (or out) this moment: what is said now goes with what was said to others
        own = [one for one in left if one[0].person == acting.person.id]
        if own:
            self._store(*own[0])

    def _store(self, paper: Paper, kept: Kept) -> None:
        by, posts = self._around.by, self._around.office.posts
        self._busy = True
        self._around.performer.perform(
            lambda: posts.keep(by, kept.draft, kept.content),
            done=partial(self._is_stored, paper),
            failed=lambda _: self._later(),
        )

    def _is_stored(self, paper: Paper, done: Done[Draft]) -> None:
        self._busy, self._stored = False, done.value.id
        self._around.pocket.drop(paper)
        self._frame.show_banner(
            BannerModel(State.FINE, say("leaving.words-saved"), action=say("leaving.show-words"), key=SAVED)
        )
        self.look()

    def _later(self) -> None:
        self._busy, self._wait = False, WAIT_LOOKS

    def _tell(self, left: tuple[tuple[Paper, Kept], ...]) -> None:
        told = any(model.key == UNSAVED for model in self._frame.banners.models)
        if not left:
            self._frame.banners.dismiss(UNSAVED)
        elif not told:
            details = (left[0][1].why, say("leaving.words-kept"))
            self._frame.show_banner(
                BannerModel(State.STOP, say("leaving.words-unsaved"), details, key=UNSAVED)
            )

    def _show_stored(self, model: BannerModel) -> None:
        if model.key == SAVED and self._stored is not None:
            self._around.doors.open("compose", self._stored)
