"""Runs the one window there is for a login and folder, from its first frame to its last save."""

from collections.abc import Sequence

from smadmin.app.choosing import folder_of
from smadmin.app.knocking import OneWindow
from smadmin.app.window import Window, make_application


def run_window(arguments: Sequence[str]) -> int:
    """Open the window and run it to its end; gives the exit status. A second start raises the first."""
    application = make_application()
    folder = folder_of(arguments)
    one = OneWindow(folder)
    if one.stands_elsewhere():
        return 0
    window = Window(application, folder)
    window.stood.connect(lambda: one.hear(window.raise_up))
    window.show()
    status = application.exec()
    window.close()
    one.let_go()
    return status
