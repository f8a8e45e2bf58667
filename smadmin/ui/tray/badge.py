"""The number on the window's icon in the task bar: how many accounts need a post, also while it is locked."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer

from smadmin.domain.changes import Changes
from smadmin.domain.warned import WarningView
from smadmin.services.office import Office
from smadmin.ui.perform import Performer
from smadmin.ui.tray.prefs import WarningPrefs

NOUNS = frozenset({"accounts", "plan", "publications", "policies", "schools"})
COUNTED_ANEW = timedelta(minutes=30)
SETTLED_MS = 3_000
"""Not while somebody still types: each saved draft is a change."""


class WindowBadge(QObject):
    """Keeps the number while a window stands."""

    def __init__(
        self,
        performer: Performer,
        prefs: WarningPrefs,
        office: Callable[[], Office | None],
        *,
        show: Callable[[int], None],
        parent: QObject,
    ) -> None:
        """Take what it needs; nothing is counted yet.

        Args:
            performer: counts beside the GUI thread, and tells what changed.
            prefs: which accounts are snoozed.
            office: gives the open school that isn't the sample, or None.
            show: shows the number; 0 takes it away.
            parent: who owns this.
        """
        super().__init__(parent)
        self._performer, self._prefs, self._office, self._show = performer, prefs, office, show
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.count)
        self._again = QTimer(self, timerType=Qt.TimerType.VeryCoarseTimer)
        self._again.setInterval(int(COUNTED_ANEW / timedelta(milliseconds=1)))
        self._again.timeout.connect(self.count)
        performer.changed.connect(self._heard)

    def begin(self) -> None:
        """Count now, and again every half hour: a day may begin."""
        if not self._again.isActive():
            self._again.start()
            self._settled.start()

    def count(self) -> None:
        """Count now."""
        office = self._office()
        if office is None:
            self._show(0)
            return
        self._performer.perform(office.warnings.look, done=self._counted, failed=self._lost, origin=self)

    def end(self) -> None:
        """Count no more; the number goes."""
        self._settled.stop()
        self._again.stop()
        self._show(0)

    def _counted(self, view: WarningView) -> None:
        if self._again.isActive():
            self._show(len(view.spoken_of(self._prefs.times)))

    def _lost(self, _error: object) -> None:
        """Show none: what is wrong with the store is said in the window."""
        self._show(0)

    def _heard(self, changes: Changes, _origin: QObject | None) -> None:
        if self._again.isActive() and changes.touches_any(NOUNS):
            self._settled.start()
