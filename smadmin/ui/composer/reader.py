"""Reads what is typed beside the typing: a short pause after the last change, stale answers dropped.

One reading is under way at a time; whatever changed meanwhile is read once, afterwards.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from smadmin.domain.accounts import Account
from smadmin.domain.errors import KnownError
from smadmin.domain.posts import Content, Draft
from smadmin.ui.composer.readings import Readiness, Reading, read_content, read_readiness
from smadmin.ui.surroundings import Surroundings

PAUSE_MS = 250
LONG_PAUSE_MS = 900
LONG_TEXT = 20_000
"""From so many characters on there is no hurry: no post is that long."""


class BackgroundReader(QObject):
    """Findings, lengths and readiness of the open draft.

    Signals:
        read: a `Reading` of the content that was given last.
        judged: a `Readiness` of a stored draft.
    """

    read = Signal(object)
    judged = Signal(object)

    def __init__(self, around: Surroundings, origin: QObject) -> None:
        """Take the screen, for which it reads."""
        super().__init__(origin)
        self._around = around
        self._origin = origin
        self._wanted: tuple[Content, tuple[Account, ...]] | None = None
        self._under_way = False
        self._serial = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def forget(self) -> None:
        """Drop what is under way: another draft is open."""
        self._serial += 1
        self._wanted = None
        self._timer.stop()

    def want(self, content: Content, accounts: tuple[Account, ...]) -> None:
        """Ask for a reading, a short pause from now."""
        self._wanted = (content, accounts)
        long = len(content.text) > LONG_TEXT
        self._timer.start(LONG_PAUSE_MS if long else PAUSE_MS)

    def want_at_once(self, content: Content, accounts: tuple[Account, ...]) -> None:
        """Ask for a reading now: a draft was opened, an account chosen."""
        self._wanted = (content, accounts)
        self._timer.stop()
        self._begin()

    def judge(self, draft: Draft) -> None:
        """Ask whether a stored draft can be handed in."""
        if self._around.acting is None:
            return
        by, office, serial = self._around.by, self._around.office, self._serial

        def judged(readiness: Readiness) -> None:
            if serial == self._serial:
                self.judged.emit(readiness)

        self._around.performer.perform(
            lambda: read_readiness(office, by, draft), done=judged, origin=self._origin
        )

    def _begin(self) -> None:
        if self._wanted is None or self._under_way or self._around.acting is None:
            return
        (content, accounts), self._wanted = self._wanted, None
        by, office, serial = self._around.by, self._around.office, self._serial
        self._under_way = True
        self._around.performer.perform(
            lambda: read_content(office, by, content, accounts),
            done=lambda reading: self._came(reading, serial),
            failed=self._failed,
            origin=self._origin,
        )

    def _came(self, reading: Reading, serial: int) -> None:
        self._under_way = False
        if serial == self._serial and self._wanted is None:
            self.read.emit(reading)
        elif not self._timer.isActive():
            self._begin()

    def _failed(self, error: KnownError) -> None:
        self._under_way = False
        self._around.performer.failedUnheard.emit(error)
