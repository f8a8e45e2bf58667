"""Runs the tray's icon, in a process of its own: nobody has signed in to it, and it never asks the keyring.

It has the window's claim on the folder while no window has it; whoever starts smadmin then knocks here, and
the window is opened in this one's place.
"""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication

from smadmin.app.application import make_application
from smadmin.app.choosing import folder_of, window_arguments
from smadmin.app.knocking import OneWindow
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue, system_language
from smadmin.services.autostart import own_command
from smadmin.services.commanded import command_place, holds_sample
from smadmin.services.hygiene import harden
from smadmin.services.places import Place, umask_for
from smadmin.services.warnings import WarningView
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
    folder = folder_of(arguments)
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    one, place = OneWindow(folder), command_place(folder)
    harden(umask_for(place))
    if not one.claim() or not place.has_store or (folder is None and holds_sample(place)):
        one.let_go()
        return 0
    icon = TrayProcess(application, folder, place)
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
    """What the process holds: the icon, what watches, and a thread that looks."""

    def __init__(self, application: QApplication, folder: Path | None, place: Place) -> None:
        """Build it; nothing is looked at yet."""
        settings = folder or platformdirs.user_config_path("smadmin", appauthor=False)
        self._memory = SettingsFile(settings / "window.ini")
        self._store = place.store / FILE_NAME
        prefs = WarningPrefs(self._memory)
        self._performer = Performer(application)
        self.watching = Watching(
            self._performer, prefs, look=lambda: look_at(place), now=SystemClock().now, parent=application
        )
        self.tray = Tray(self.watching, prefs, Wording(Catalogue.load(system_language())))

    def begin(self) -> None:
        """Show the icon, then look."""
        self.tray.show()
        QTimer.singleShot(0, self.watching, lambda: self.watching.begin(self._store))

    def end(self) -> None:
        """Take the icon away and end the thread."""
        self.watching.end()
        self.tray.end()
        self._performer.close()
        self._memory.write()


def look_at(place: Place) -> WarningView:
    """Open the store for one look; no key is there, and none is asked for.

    Raises:
        KnownError: it is gone, damaged, or of a newer program.
    """
    if not place.has_store:
        raise KnownError(say("store.no-school"), remedy=say("store.first-run"))
    from smadmin.services.office import open_grounds  # noqa: PLC0415 - heavy, so off the GUI thread

    grounds = open_grounds(place, lambda _store: MemorySecrets())
    try:
        return grounds.office().warnings.look()
    finally:
        grounds.close()
