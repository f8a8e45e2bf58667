"""Sends what is queued here while the window is open: also while it is locked, or nobody has signed in.

And searches what was published for a child's face, some seconds at a time, where somebody sealed that to
this login. It looks every few seconds, on a thread for the network, with the computer login's own key:
whoever sits there doesn't matter, and nothing waits for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smadmin.app.window import Window
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError

if TYPE_CHECKING:
    from smadmin.app.opening import Opened
    from smadmin.services.seat_room import SeatRoom

LOOKS_EVERY_MS = 15_000
GOES_ON_MS = 100
"""So soon a search that is under way has its next turn."""


class QueueWatch(QObject):
    """Goes with one window."""

    def __init__(self, window: Window) -> None:
        """Begin once the first screen stands: nothing waits for what is imported then."""
        super().__init__(window.frame)
        self._window = window
        self._ended = False
        self._at_it: Opened | None = None
        self._of: Opened | None = None
        self._room: SeatRoom | None = None
        self._told = set[type[Exception]]()
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        window.frame.screenOpened.connect(self._begin)
        window.left.connect(self._let_go)
        window.performer.changed.connect(self._stop_in_a_crisis)

    @property
    def busy(self) -> bool:
        """Tell whether it is at it."""
        return self._at_it is not None

    def look(self) -> None:
        """Send what is due, unless it is at it."""
        opened = self._window.opened
        if self.busy or opened is None or opened.office is None or opened.school is None:
            return
        if opened is not self._of:
            self._of, self._room = opened, None
        self._at_it = opened
        self._window.performer.network(
            lambda: self._round(opened), done=self._over, failed=self._failed, origin=self
        )

    def end(self) -> None:
        """Begin nothing more, and end what is under way: the next start looks whether it went out."""
        self._timer.stop()
        self._ended = True
        self._let_go()

    def _round(self, opened: "Opened") -> Done[tuple[Exception, ...]]:
        from smadmin.services.seat_room import SeatRoom  # noqa: PLC0415 - the first frame doesn't need it

        try:
            room = self._room or SeatRoom(opened.grounds, opened.grounds.own_desk())
            if self._ended or self._of is not opened:
                return Done((), Changes())
            self._room = room
            return room.changes()
        except KnownError:
            raise
        except Exception as error:  # noqa: BLE001  a bug is shown once, and keeps nothing here for good
            return Done((error,), Changes())
        finally:
            if self._at_it is opened:
                self._at_it = None

    def _begin(self, _screen: str) -> None:
        if not self._timer.isActive():
            self._timer.start()
            self.look()

    def _over(self, done: Done[tuple[Exception, ...]]) -> None:
        for bug in done.value:
            if type(bug) not in self._told:  # else every few minutes
                self._told.add(type(bug))
                performer = self._window.performer
                (performer.failedUnheard if isinstance(bug, KnownError) else performer.crashed).emit(bug)
        if self._room is not None and self._room.searching and not self._ended:
            QTimer.singleShot(GOES_ON_MS, self, self.look)
        shell, opened = self._window.shell, self._window.opened
        acting = None if shell is None else shell.around.acting
        waits = self._room is not None and self._room.found_waits
        if not (done.changes or waits) or acting is None or opened is None or opened.office is None:
            return
        office, by = opened.office, acting.actor
        self._window.performer.perform(lambda: office.catch_up_queue(by), failed=self._failed, origin=self)

    def _failed(self, _error: KnownError) -> None:
        """Say nothing: a locked keyring or a full disk says itself elsewhere, and may be over next time."""

    def _let_go(self) -> None:
        """End what is under way for a school that the window leaves; its next start looks."""
        room, self._room, self._of, self._at_it = self._room, None, None, None
        if room is not None:
            room.end()

    def _stop_in_a_crisis(self, changes: Changes, _origin: QObject | None) -> None:
        if changes.touches("crises") and self._room is not None:
            self._room.stop_all_but_notices()
