"""The window: the application object, the first frame, then the store behind it.

The frame is shown before store, keyring, services and screens are imported; that is why `opening` is
imported on the store thread.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from smadmin.app.first_frame import FirstFrame
from smadmin.app.kept_look import kept_look
from smadmin.app.turning import Turning
from smadmin.domain.errors import KnownError
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.ui.bar.model import BarModel
from smadmin.ui.excepthook import excepthook_showing
from smadmin.ui.frame import Frame
from smadmin.ui.help.menu import HelpMenu
from smadmin.ui.memory import SettingsFile
from smadmin.ui.perform import Performer
from smadmin.ui.wording import Wording

if TYPE_CHECKING:
    from smadmin.app.opening import Opened
    from smadmin.services.office import Office
    from smadmin.ui.founding.first_run import FirstRun
    from smadmin.ui.shell.helping import Chooser, Helping
    from smadmin.ui.shell.leaving import Leaving
    from smadmin.ui.shell.shell import Shell

QUIT_PATIENCE_S = 5.0
"""Nobody waits for a window that is gone: what another program's writing keeps back longer isn't done."""


class Window(QObject):
    """Everything from the first frame to the last save.

    Signals:
        stood: the first frame stands.
        left: the open school is about to be closed, while the window stays.
    """

    stood = Signal()
    left = Signal()

    def __init__(
        self, application: QApplication, folder: Path | None, *, chooser: "Chooser | None" = None
    ) -> None:
        """Build the frame; nothing is opened yet.

        Args:
            application: the running application.
            folder: the data folder that was named, or None for the usual one.
            chooser: asks for a folder or a file in its own way.
        """
        super().__init__()
        self._folder, self._named, self._put_back_from = folder, folder is not None, ""
        self._chooser = chooser
        settings = folder or platformdirs.user_config_path("smadmin", appauthor=False)
        self.memory = SettingsFile(settings / "window.ini")
        self.words = Wording(Catalogue.load(system_language()))
        self.appearance = kept_look(application, self.memory)
        self.frame = Frame(self.words, memory=self.memory, appearance=self.appearance)
        self.appearance.dress(self.frame)
        self.performer = Performer(self)
        self.performer.failedUnheard.connect(self._failed)
        self.performer.crashed.connect(self._crashed)
        self.frame.closed.connect(application.quit)
        self._turning = Turning(self.frame.menus, self)
        self._turning.asked.connect(self._turn)
        HelpMenu(self.frame, self.performer, self.words, folder=lambda: self._folder)
        self.shell: Shell | None = None
        self.opened: Opened | None = None
        self._first: FirstRun | None = None
        self.helping: Helping | None = None
        self._leaving: Leaving | None = None
        sys.excepthook = excepthook_showing(self._crashed)

    def show(self) -> None:
        """Show the frame, then open the store behind it."""
        first = FirstFrame(self.frame)
        first.stood.connect(self._open)
        first.stood.connect(self.stood)
        self.frame.show()

    def raise_up(self) -> None:
        """Come to the front, when the program was started once more."""
        self.frame.showNormal()
        self.frame.raise_()
        self.frame.activateWindow()

    def close(self) -> None:
        """Let what is queued end, note where the record ends, let go of everything."""
        sys.excepthook = sys.__excepthook__
        if self.shell is not None:
            self.shell.end()
        if self.opened is not None and self.opened.office is not None:
            self.opened.office.stop_workers()  # or a photo under way would hold the store for minutes
            self.opened.office.end_sending()
            self.opened.office.grounds.hurry(QUIT_PATIENCE_S)
        self.performer.close()
        if self.opened is not None:
            from smadmin.app.opening import let_go  # noqa: PLC0415 - imported already, on the store thread

            let_go(self.opened)
        if self._first is not None:
            self._first.grounds.close()

    def _open(self) -> None:
        folder = self._folder

        def on_store_thread() -> "Opened":
            from smadmin.app.opening import open_folder  # noqa: PLC0415 - heavy, so off the GUI thread

            return open_folder(folder)

        self.performer.perform(on_store_thread, done=self._is_open, failed=self._cannot_open)

    def _is_open(self, opened: "Opened") -> None:
        self.opened = opened
        self._no_trouble()
        if opened.office is None or opened.school is None:
            self._first_run(opened)
            return
        from smadmin.app.opening import load_screens  # noqa: PLC0415 - imported already, on the store thread
        from smadmin.ui.shell.leaving import Leaving  # noqa: PLC0415 - the same
        from smadmin.ui.shell.shell import Shell  # noqa: PLC0415 - the same

        if self._leaving is None:
            self._leaving = Leaving(self.frame, self.words, self._open_office)
        self.shell = Shell(
            self.frame,
            self.performer,
            self.words,
            office=opened.office,
            school=opened.school,
            screens=opened.screens,
            pocket=self._leaving.pocket,
        )
        self.shell.broken.connect(self._broken)
        self.shell.besideAsked.connect(self._turn)
        self.shell.putBackAsked.connect(self._put_back)
        self._turning.show_way(opened.way)
        self.shell.start()
        self.performer.errand(load_screens)

    def _open_office(self) -> "Office | None":
        return None if self.opened is None else self.opened.office

    def _first_run(self, opened: "Opened") -> None:
        from smadmin.app.opening import OPEN_SAMPLE, with_office  # noqa: PLC0415 - imported already, on the store thread
        from smadmin.ui.founding.first_run import FirstRun  # noqa: PLC0415 - only at the first run

        self._first = run = FirstRun(self.frame, self.performer, self.words, grounds=opened.grounds)
        run.ready.connect(
            lambda made: self.performer.perform(lambda: with_office(run.grounds, made), done=self._is_open)
        )
        run.left.connect(self._turn)
        run.putBackAsked.connect(self._put_back)
        if opened.way is None:
            run.start(self._put_back_from)
        elif opened.way.deed == OPEN_SAMPLE:
            run.set_up_beside()
        else:
            run.look_around_beside()

    def _turn(self) -> None:
        """Go to the school beside: close the open one as for good, then open that one."""
        from smadmin.ui.shell.idle import close_dialogs  # noqa: PLC0415 - imported already, by the shell

        way, named = None if self.opened is None else self.opened.way, self._named
        if self.opened is None or way is None:
            return
        if self._leaving is not None and not self._leaving.may_go(self._turn):
            return
        close_dialogs()
        if self.opened.office is not None:
            self.opened.office.stop_workers()  # or a photo under way would hold the store for minutes
        opened = self._leave(self.opened)

        def go() -> Path | None:
            from smadmin.app.opening import leave, remember_way  # noqa: PLC0415 - as above

            leave(opened)
            if named:  # by `--data`, which holds for this time alone
                return way.place.store
            remember_way(way)
            return None

        self.performer.perform(go, done=self._open_folder, failed=self._cannot_open)

    def _failed(self, error: KnownError) -> None:
        """Show an error that nobody took; one of the data folder itself takes the whole window."""
        from smadmin.services.mending import is_grave  # noqa: PLC0415 - imported already, on the store thread

        if error.happened.id == "store.closed":  # an errand of the school that somebody left
            return
        if self.opened is not None and is_grave(error):
            self._broken(error)
        else:
            self.frame.show_error(error)

    def _broken(self, error: KnownError) -> None:
        """Close what is open: its folder needs mending."""
        self._close_to(lambda: self._cannot_open(error))

    def _close_to(self, then: Callable[[], None]) -> None:
        opened = None if self.opened is None else self._leave(self.opened)

        def close() -> None:
            from smadmin.app.opening import let_go  # noqa: PLC0415 - imported already, on the store thread

            if opened is not None:
                let_go(opened)

        self.performer.perform(close, done=lambda _: then())

    def _leave(self, opened: "Opened") -> "Opened":
        """Save what is unsaved and take everything off the window; gives what is still to be closed."""
        shell, first = self.shell, self._first
        self.opened, self.shell, self._first = None, None, None
        self.left.emit()
        if shell is not None:
            shell.end()
            shell.deleteLater()
        if first is not None:
            first.deleteLater()
        if opened.office is not None:
            opened.office.end_sending()
        self._turning.show_way(None)
        self.frame.drop_screens()
        self.frame.banners.clear()  # they spoke of what is closed now
        self.frame.show_roles(frozenset())
        self.frame.show_bar(BarModel())
        return opened if first is None else replace(opened, grounds=first.grounds)  # it may have moved on

    def _cannot_open(self, error: KnownError) -> None:
        self._help().show(error)

    def _put_back(self) -> None:
        self._put_back_from = self.frame.current
        self._close_to(lambda: self._help().bring())

    def _help(self) -> "Helping":
        from smadmin.services.mending import Mending  # noqa: PLC0415 - imported already, on the store thread
        from smadmin.services.places import find_turned_place  # noqa: PLC0415 - the same
        from smadmin.ui.shell.helping import Helping  # noqa: PLC0415 - only where something is wrong

        self._no_trouble()
        mending = Mending(find_turned_place(self._folder))
        self.helping = Helping(self.frame, self.performer, self.words, mending=mending, chooser=self._chooser)
        self.helping.againAsked.connect(self._open)
        self.helping.elsewhereAsked.connect(self._open_elsewhere)
        return self.helping

    def _no_trouble(self) -> None:
        self.frame.drop_screens()
        if self.helping is not None:
            self.helping.deleteLater()
            self.helping = None

    def _open_elsewhere(self, chosen: Path) -> None:
        named = self._named

        def choose() -> Path:
            from smadmin.services.places import data_folder_in, remember_folder  # noqa: PLC0415 - as above

            folder = data_folder_in(chosen)
            if not named:  # by `--data`, which holds for this time alone
                remember_folder(folder)
            return folder

        self.performer.errand(choose, done=self._open_folder, failed=self._cannot_open)

    def _open_folder(self, folder: Path | None) -> None:
        self._folder = folder
        self._open()

    def _crashed(self, error: BaseException) -> None:
        if isinstance(error, KnownError):  # raised on the GUI thread: the chair's time ran out under a click
            self._failed(error)
            return
        from smadmin.ui.crash import CrashDialog, report_of  # noqa: PLC0415 - only where something is wrong

        dialog = CrashDialog(report_of(error), self.words, self.frame)
        dialog.quitAsked.connect(self.frame.close)
        dialog.open()
