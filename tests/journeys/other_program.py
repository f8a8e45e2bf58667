"""Another program at the same clipboard: `copy` holds a text there, `paste` says what it would paste.

`hint` says how that is marked for clipboard managers on this kind of desktop. It takes and gives texts by its
pipes, so that none stands in a list of processes.
"""

import sys

from PySide6.QtGui import QGuiApplication


def main(deed: str) -> None:
    """Do one deed; whoever copies stays until they are ended, because a text goes with its program."""
    application = QGuiApplication(sys.argv[:1])
    clipboard = QGuiApplication.clipboard()
    if deed == "copy":
        clipboard.setText(sys.stdin.read())
        application.exec()
    elif deed == "hint":
        sys.stdout.write(bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()).decode())
    else:
        sys.stdout.write(clipboard.text())


if __name__ == "__main__":
    main(sys.argv[1])
