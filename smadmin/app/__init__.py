"""The composition root: the only place that knows everybody. It chooses window, icon or command.

Nothing heavy is imported before that is known: the window's first frame waits for Qt alone.
"""

import sys

from smadmin.app.choosing import folder_of, wants_look, wants_tray, wants_window
from smadmin.app.eyes import eyes_for
from smadmin.services.hygiene import harden, keep_private


def main() -> int:
    """Run smadmin with the arguments it was started with; gives the exit status."""
    keep_private()
    arguments = sys.argv[1:]
    if wants_window(arguments):  # it hardens itself when it opens the store, after its first frame
        # Qt only where there is a window, commands' libraries only where there is none.
        from smadmin.app.running import run_window  # noqa: PLC0415 - see above

        return run_window(arguments)
    if wants_tray(arguments):
        from smadmin.app.tray import run_tray  # noqa: PLC0415 - see above

        return run_tray(arguments)
    if wants_look(arguments):
        from smadmin.app.tray_look import run_look  # noqa: PLC0415 - see above

        return run_look(folder_of(arguments))
    harden()
    with eyes_for(arguments) as open_folders:
        from smadmin.app.commands import run_command  # noqa: PLC0415 - see above

        return run_command(arguments, open_folders)
