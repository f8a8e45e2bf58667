"""Runs the one window there is for a login and folder, from its first frame to its last save."""

from collections.abc import Sequence

from smadmin.app.application import make_application
from smadmin.app.choosing import folder_of, subject_of
from smadmin.app.knocking import OneWindow
from smadmin.app.queue_watch import QueueWatch
from smadmin.app.reminding import Reminding
from smadmin.app.window import Window


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and run it to its end; gives the exit status. A second start raises the first."""
    application = make_application()
    folder = folder_of(arguments)
    one = OneWindow(folder)
    if one.stands_elsewhere():
        return 0
    window = Window(application, folder)
    reminding = Reminding(window, folder, subject=subject_of(arguments))
    queue = QueueWatch(window)
    window.stood.connect(lambda: one.hear(window.raise_up))
    window.show()
    status = application.exec()
    stays = reminding.stays
    reminding.end()
    queue.end()
    window.close()
    one.let_go()
    if stays:
        reminding.go_to_tray()
    return status
