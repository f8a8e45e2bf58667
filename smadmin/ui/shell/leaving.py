"""Lets nobody leave (quit, go to another school) before what was typed is stored, unless they say so.

As the best editors do: nothing is asked where saving ends well within a moment; else a dialog says what keeps
it, goes by itself once all is saved, and leaves only after a clear word.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from smadmin.domain.messages import Message, say
from smadmin.services.office import Office
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.frame import Frame
from smadmin.ui.pocket import Pocket
from smadmin.ui.wording import Wording

LOOK_EVERY_MS = 100
REFUSED_ASKS_AFTER_S, WAITING_ASKS_AFTER_S = 0.5, 2.0
"""A save that was refused may be done in another way at once (a conflict); one that waits often ends soon."""


@dataclass(frozen=True)
class _Way:
    """A way out of what is open.

    Args:
        title: the question before anything is lost.
        do: the button's words that leaves all the same.
    """

    title: Message
    do: Message


_QUIT = _Way(say("leaving.quit-title"), say("leaving.quit"))
_GO = _Way(say("leaving.go-title"), say("leaving.go"))


class Leaving(QObject):
    """Asked before each leaving; `pocket` is the window's, whoever sits there."""

    def __init__(self, frame: Frame, words: Wording, office: Callable[[], Office | None]) -> None:
        """Guard a window; `office` gives the open one, if one is."""
        super().__init__(frame)
        self.pocket = Pocket()
        self._frame = frame
        self._words = words
        self._office = office
        self._way = _QUIT
        self._go: Callable[[], object] = frame.close
        self._since = 0.0
        self._allowed = False
        self._dialog: ConfirmDialog | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

        frame.guard(lambda: self._may(_QUIT, frame.close))

    def may_go(self, go: Callable[[], None]) -> bool:
        """Tell whether nothing keeps anybody at this school; else see to it, and `go` once nothing does."""
        return self._may(_GO, go)

    def _may(self, way: _Way, go: Callable[[], object]) -> bool:
        if self._allowed or not self._held:
            self._stay()
            return True
        if not self._timer.isActive():
            self._way, self._go, self._since = way, go, time.monotonic()
            for screen in self._frame.screens():
                if screen.unsaved:
                    screen.settle()
            self._timer.start()
        return False

    @property
    def _waits(self) -> bool:
        office = self._office()
        return office is not None and office.grounds.waits_s > 0

    @property
    def _held(self) -> bool:
        screens = self._frame.screens()
        return self._waits or bool(self.pocket.kept) or any(one.unsaved or one.unfinished for one in screens)

    def _look(self) -> None:
        if not self._held:
            self._leave()
            return
        if self._dialog is not None:
            return
        waited_s, kept = time.monotonic() - self._since, self.pocket.kept
        unfinished = next((one.unfinished for one in self._frame.screens() if one.unfinished), None)
        if unfinished is not None and waited_s >= REFUSED_ASKS_AFTER_S:
            self._ask(unfinished)
        elif kept and waited_s >= REFUSED_ASKS_AFTER_S:
            self._ask(say("leaving.refused", why=kept[0][1].why))
        elif waited_s >= WAITING_ASKS_AFTER_S:
            self._ask(say("leaving.waits"))

    def _ask(self, consequence: Message) -> None:
        question = Question(self._way.title, consequence, do=self._way.do, keep=say("leaving.stay"))
        self._dialog = dialog = ConfirmDialog(question, self._words, self._frame)
        dialog.confirmed.connect(lambda: QTimer.singleShot(0, self, self._leave_all))  # once it is gone
        dialog.declined.connect(self._decline)
        dialog.open()

    def _leave_all(self) -> None:
        """Leave what isn't stored: somebody said so."""
        self._dialog = None
        office = self._office()
        if office is not None:
            office.grounds.hurry(0)
        self._allowed = True
        self._leave()
        self._allowed = False

    def _leave(self) -> None:
        go = self._go
        self._stay()
        go()

    def _decline(self) -> None:
        self._dialog = None
        self._stay()

    def _stay(self) -> None:
        self._timer.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()
