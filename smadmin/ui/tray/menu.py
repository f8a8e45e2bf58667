"""The window's side of the warnings: the deed *Reminders…* of the menu, and the offer when it is closed.

In place before the first frame, so what it opens is imported when asked.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from smadmin.domain.ids import AccountId
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.tray.prefs import WarningPrefs, Watch
from smadmin.ui.wording import Wording


class StartAtLogIn(Protocol):
    """What starts the icon at log-in, or no more."""

    @property
    def starts(self) -> bool:
        """Tell whether it does by now."""
        ...

    def choose(self, *, on: bool) -> None:
        """Put it there, or take it back (an errand).

        Raises:
            OutsideFailed: no permission, no space.
        """
        ...

    @property
    def task_command(self) -> str:
        """What a planned task of the system would run."""
        ...


class WarningMenu(QObject):
    """Offers *Reminders…*, and at the first closing that the icon stays."""

    def __init__(
        self,
        frame: Frame,
        performer: Performer,
        words: Wording,
        prefs: WarningPrefs,
        start: StartAtLogIn,
        *,
        own_school: Callable[[], bool],
        names: Callable[[], Mapping[AccountId, str]],
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """Take what it stands on.

        Args:
            frame: the window.
            performer: reads the names of accounts.
            words: the person's language.
            prefs: what was chosen.
            start: starts the icon at log-in.
            own_school: whether a school is open that isn't the sample.
            names: gives the accounts' names; reads the store.
            has_tray: whether the desktop shows icons of programs without a window.
        """
        super().__init__(frame)
        self._frame, self._performer, self._words = frame, performer, words
        self._prefs, self._start, self._names, self._has_tray = prefs, start, names, has_tray
        self._own_school = own_school
        frame.menus.offer("reminders", self.show_sheet)
        frame.guard(self._may_close)

    def show_sheet(self) -> None:
        """Show what is chosen."""
        start = self._start

        def look() -> tuple[bool, Mapping[AccountId, str]]:
            return start.starts, self._names()

        self._performer.perform(look, done=self._show, origin=self)

    def _show(self, found: tuple[bool, Mapping[AccountId, str]]) -> None:
        from smadmin.ui.tray.sheet import Desktop, WarningSheet  # noqa: PLC0415 - not before it is asked for

        starts, names = found
        desktop = Desktop(self._has_tray(), starts, self._start.task_command)
        WarningSheet(
            self._prefs,
            desktop,
            self._words,
            self._frame,
            start=self._choose_start,
            names=lambda account: names.get(AccountId(account), account),
        ).open()

    def _choose_start(self, on: bool) -> None:
        start = self._start
        self._performer.errand(lambda: start.choose(on=on), failed=self._frame.show_error)

    def _may_close(self) -> bool:
        if not self._own_school() or self._prefs.watch is not Watch.NEVER_ASKED or not self._has_tray():
            return True
        if self._frame.application.isSavingSession():  # whoever logs out isn't kept for this
            return True
        from smadmin.ui.tray.offer import WatchOffer  # noqa: PLC0415 - once in a life

        offer = WatchOffer(self._words, self._frame)
        offer.answered.connect(self._answered)
        offer.open()
        return False

    def _answered(self, stays: bool, starts: bool) -> None:
        self._prefs.choose_watch(Watch.ON if stays else Watch.OFF)
        close = self._frame.close
        if not starts:
            QTimer.singleShot(0, self._frame, close)  # once the dialog is gone
            return

        def chosen(_none: None) -> None:
            close()

        start, failed = self._start, self._frame.show_error  # it stays open then, for somebody to read why
        self._performer.errand(lambda: start.choose(on=True), done=chosen, failed=failed, origin=self)
