"""Runs the tray's icon, in a process of its own: nobody has signed in to it, and it never asks the keyring.

It has the window's claim on the folder while no window has it; whoever starts smadmin then knocks here, and
the window is opened in this one's place. It loads neither store nor policy: `tray_look` does, and ends.
"""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication

from smadmin.app.application import make_application
from smadmin.app.choosing import folder_of, window_arguments
from smadmin.app.knocking import OneWindow
from smadmin.app.tray_look import Looker, NothingToWatch
from smadmin.domain.errors import KnownError
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.services.autostart import own_command
from smadmin.services.hygiene import harden
from smadmin.services.places import find_place, school_beside
from smadmin.storage.clock import SystemClock
from smadmin.storage.disk import FILE_NAME
from smadmin.ui.memory import SettingsFile
from smadmin.ui.perform import Performer
from smadmin.ui.tray.icon import Tray
from smadmin.ui.tray.prefs import WarningPrefs
from smadmin.ui.tray.watch import Watching
from smadmin.ui.wording import Wording


def run_tray(arguments: Sequence[str]) -> int:
    """Show the icon until it is quit or the window is opened; gives the exit status.

    Where a window is open, or no school of one's own lives here, there is nothing to watch.
    """
    harden()
    folder = folder_of(arguments)
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    one = OneWindow(folder)
    if not one.claim():
        return 0
    icon = TrayProcess(application, folder)
    opens: list[tuple[str, ...]] = []

    def open_window(subject: str = "") -> None:
        opens.append(window_arguments(folder, subject))
        application.quit()

    icon.tray.openAsked.connect(open_window)
    icon.tray.quitAsked.connect(application.quit)
    one.hear(open_window)
    icon.begin()
    status = application.exec()
    icon.end()
    one.let_go()
    for named in opens[:1]:
        program, *further = own_command(*named)
        QProcess.startDetached(program, further)
    return status


class TrayProcess:
    """What the process holds: the icon, what watches, and a thread that waits for each look."""

    def __init__(self, application: QApplication, folder: Path | None) -> None:
        """Build it; nothing is looked at yet."""
        settings = folder or platformdirs.user_config_path("smadmin", appauthor=False)
        self._application, self._folder = application, folder
        self._memory = SettingsFile(settings / "window.ini")
        self._looker = Looker(folder)
        prefs = WarningPrefs(self._memory)
        self._performer = Performer(application)
        self.watching = Watching(
            self._performer, prefs, look=self._looker.look, now=SystemClock().now, parent=application
        )
        self.watching.failed.connect(self._failed)
        self.tray = Tray(self.watching, prefs, Wording(Catalogue.load(system_language())))

    def begin(self) -> None:
        """Show the icon, then look."""
        place = find_place(self._folder)
        places = (place,) if self._folder is not None else (place, school_beside(place))
        stores = [one.store / FILE_NAME for one in places if one.has_store]
        self.tray.show()
        QTimer.singleShot(0, self.watching, lambda: self.watching.begin(*stores))

    def end(self) -> None:
        """Take the icon away, end a look that is under way, and the thread."""
        self.watching.end()
        self.tray.end()
        self._looker.stop()
        self._performer.close()
        self._memory.write()

    def _failed(self, error: KnownError) -> None:
        if isinstance(error, NothingToWatch):
            self._application.quit()
