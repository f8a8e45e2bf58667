"""Looks at the store when there may be something to say: at the chosen time, and when somebody changed it.

One message a day; at once, whatever the hour, only where another account was logged in. An address that is
still to be confirmed is called for once before the school day ends, and once on the next.

Between two looks the store is closed and nothing is computed; a coarse timer only compares the clock, because
a computer that slept would come late to a single long wait.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from smadmin.domain.addresses import REMINDS_AT, AddressDue
from smadmin.domain.errors import KnownError
from smadmin.domain.warned import WarningView
from smadmin.domain.warnings import daily_due, next_daily
from smadmin.ui.perform import Performer
from smadmin.ui.tray.addresses import addresses_of, addresses_to_tell
from smadmin.ui.tray.model import Notification, alarm_of, notification_of
from smadmin.ui.tray.prefs import WarningPrefs

LONGEST_WAIT = timedelta(minutes=15)
LOOKED_ANEW = timedelta(hours=6)
"""After so long what the menu says is read anew, though nothing called for it."""
SETTLED_MS = 5_000
"""A change of the store is looked at once its writer is done."""


class Watching(QObject):
    """Watches one school while its window is closed.

    Signals:
        seen: a `WarningView`, after each look.
        called: a `Notification`: the day's, or what can't wait for it.
        failed: a `KnownError`: the store couldn't be read now; the next time may be better.
    """

    seen = Signal(object)
    called = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        performer: Performer,
        prefs: WarningPrefs,
        *,
        look: Callable[[], WarningView],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Take what it needs; nothing is looked at yet.

        Args:
            performer: looks beside the GUI thread.
            prefs: when somebody may be called.
            look: opens the store, looks, and lets go of it.
            now: the present moment, aware.
            parent: who owns this.
        """
        super().__init__(parent)
        self._performer, self._prefs, self._look, self._now = performer, prefs, look, now
        self.view: WarningView | None = None
        self._looking = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.wake)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.look)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(lambda _: self._settled.start())

    def begin(self, *stores: Path) -> None:
        """Look now, and from now on whenever one of these files has changed."""
        for store in stores:
            self._files.addPath(str(store))
        self.look()

    def look(self) -> None:
        """Look now."""
        if not self._looking:
            self._looking = True
            self._performer.perform(self._look, done=self._seen, failed=self._failed, origin=self)

    def wake(self) -> None:
        """Compare the clock; look where the day's message is due, or the last look is old."""
        view = self.view
        if view is None or self._due(view) or self._asked_for(view) or self._now() - view.now >= LOOKED_ANEW:
            self.look()
        else:
            self._wait()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._settled.stop()

    @property
    def wait(self) -> timedelta:
        """How long the clock isn't looked at."""
        view = self.view
        if view is None:
            return LONGEST_WAIT
        now = self._now().astimezone(view.now.tzinfo)
        at = next_daily(now, self._prefs.times, self._prefs.told_on, view.days)
        return LONGEST_WAIT if at is None else min(LONGEST_WAIT, max(timedelta(seconds=1), at - now))

    def _seen(self, view: WarningView) -> None:
        self._looking, self.view = False, view
        self.seen.emit(view)
        if self._due(view):
            self._prefs.tell_on(view.today)  # also where nothing needs anybody: one look a day is enough
            self._call(notification_of(view, self._prefs.times))
        self._call(self._at_once(view))
        self._call(self._addresses(view))
        self._wait()

    def _at_once(self, view: WarningView) -> Notification | None:
        """Give what can't wait and wasn't told yet; told before it is shown, so that nothing comes twice."""
        told, now = self._prefs.told_wrong, {one.report for one in view.wrong}
        if told == now:
            return None
        self._prefs.tell_wrong(now)
        return alarm_of([one for one in view.wrong if one.report not in told])

    def _addresses(self, view: WarningView) -> Notification | None:
        """Remind of addresses, within the hours in which somebody may be called."""
        told = self._prefs.told_addresses
        new, known = addresses_to_tell(view, self._prefs.times, told)
        if known != told:
            self._prefs.tell_addresses(known)
        return addresses_of(new)

    def _call(self, notification: Notification | None) -> None:
        if notification is not None:
            self.called.emit(notification)

    def _due(self, view: WarningView) -> bool:
        now = self._now().astimezone(view.now.tzinfo)
        return daily_due(now, self._prefs.times, self._prefs.told_on, view.days)

    def _asked_for(self, view: WarningView) -> bool:
        """Tell whether an address that could wait before is asked for now: the hour came, or the next day."""
        waits = any(one.due is not AddressDue.OVERDUE for one in view.addresses)
        now = self._now().astimezone(view.now.tzinfo)
        return waits and (now.date() > view.today or (now.time() >= REMINDS_AT > view.now.time()))

    def _failed(self, error: KnownError) -> None:
        self._looking = False
        self.failed.emit(error)
        self._wait()

    def _wait(self) -> None:
        self._timer.start(int(self.wait / timedelta(milliseconds=1)))
