"""The window's warnings: where a pressed message leads, and the icon that stays when the window closes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer

from smadmin.app.choosing import tray_arguments
from smadmin.app.window import Window
from smadmin.domain.ids import AccountId
from smadmin.ui.tray.menu import WarningMenu
from smadmin.ui.tray.prefs import WarningPrefs, Watch

if TYPE_CHECKING:
    from smadmin.services.autostart import Autostart
    from smadmin.services.office import Office
    from smadmin.ui.tray.badge import WindowBadge

_TASK = ("cadence",)
STOP = "stop-everything"
"""The deed of the menu that the tray's icon offers, too."""
CHILD_OUT = "child-out"
"""And another one, which asks first which post it is."""


class LogInStart:
    """Starts the icon for one folder when this login begins."""

    def __init__(self, folder: Path | None, autostart: "Autostart | None" = None) -> None:
        """Take the folder that was named, or None for the usual one."""
        self._folder = folder
        self._autostart = autostart

    @property
    def starts(self) -> bool:
        """Tell whether it does by now."""
        return self._here.on

    def choose(self, *, on: bool) -> None:
        """Put it there, or take it back (an errand)."""
        from smadmin.services.autostart import own_command  # noqa: PLC0415 - after the first frame

        if on:
            self._here.put(own_command(*tray_arguments(self._folder)))
        else:
            self._here.take_back()

    @property
    def task_command(self) -> str:
        """What a planned task of the system would run."""
        named = () if self._folder is None else ("--data", str(self._folder.absolute()))
        return " ".join(("smadmin", *named, *_TASK))

    @property
    def _here(self) -> "Autostart":
        from smadmin.services.autostart import autostart_here  # noqa: PLC0415 - after the first frame

        return self._autostart or autostart_here()


class Reminding(QObject):
    """Goes with one window."""

    def __init__(
        self, window: Window, folder: Path | None, *, subject: str = "", start: LogInStart | None = None
    ) -> None:
        """Offer the reminders; with a subject, lead to it once somebody has sat down."""
        super().__init__(window.frame)
        self._window, self._folder, self._subject = window, folder, subject
        self.prefs = WarningPrefs(window.memory)
        self.menu = WarningMenu(
            window.frame,
            window.performer,
            window.words,
            self.prefs,
            start or LogInStart(folder),
            own_school=lambda: self._own_school,
            names=self._names,
        )
        self._badge: WindowBadge | None = None
        window.frame.screenOpened.connect(self._begin_badge)
        if subject == STOP:
            window.frame.screenOpened.connect(self._stop)
        elif subject:
            window.frame.screenOpened.connect(self._lead)

    @property
    def stays(self) -> bool:
        """Tell whether the icon stays when this window closes; asked before it lets go of the school."""
        return self._own_school and self.prefs.watch is Watch.ON

    def go_to_tray(self) -> None:
        """Start the icon in a process of its own: whatever this one had opened ends with it."""
        from smadmin.services.autostart import own_command  # noqa: PLC0415 - after the first frame

        self._window.memory.write()
        program, *arguments = own_command(*tray_arguments(self._folder))
        QProcess.startDetached(program, arguments)

    @property
    def _own_school(self) -> bool:
        opened = self._window.opened
        return opened is not None and opened.school is not None and not opened.school.sample

    def _names(self) -> Mapping[AccountId, str]:
        opened = self._window.opened
        if opened is None or opened.office is None:
            return {}
        return {one.account.id: one.account.label for one in opened.office.plan.cadence()}

    def end(self) -> None:
        """Take the number off the window's icon."""
        if self._badge is not None:
            self._badge.end()

    def _begin_badge(self, _screen: str) -> None:
        """Count what needs a post; the first screen is there, so nothing waits for what is imported."""
        from smadmin.ui.tray.badge import WindowBadge  # noqa: PLC0415 - after the first frame

        if self._badge is None:
            window = self._window
            show = window.frame.application.setBadgeNumber
            self._badge = WindowBadge(window.performer, self.prefs, self._own_office, show=show, parent=self)
        self._badge.begin()

    def _own_office(self) -> "Office | None":
        opened = self._window.opened
        return opened.office if opened is not None and self._own_school else None

    def _stop(self, _screen: str) -> None:
        """Press it for whoever is about to sign in: everything stops in that moment."""
        if self._window.shell is not None:
            self._window.frame.screenOpened.disconnect(self._stop)
            self._window.frame.menus.action(STOP).trigger()

    def _lead(self, _screen: str) -> None:
        shell = self._window.shell
        if shell is None or shell.around.acting is None:
            return
        self._window.frame.screenOpened.disconnect(self._lead)
        screen, subject = place_of(self._subject)
        QTimer.singleShot(0, shell, lambda: shell.open(screen, subject))


def place_of(subject: str) -> tuple[str, str | None]:
    """Give the screen that a pressed message leads to, and at which of its things."""
    kind = subject.partition(":")[0]
    if subject == CHILD_OUT:
        return "cases", CHILD_OUT
    if kind == subject:
        return subject, None
    if kind in {"publish", "comments"}:
        return kind, subject.removeprefix(f"{kind}:")
    return ("accounts" if kind == "log-in" else "today"), subject
