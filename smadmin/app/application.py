"""The one application object, of the window and of the tray's icon."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from smadmin import resources
from smadmin.ui.appearance import FUSION
from smadmin.ui.wheel import WheelGuard


def make_application() -> QApplication:
    """Make the one application object."""
    application = QApplication([sys.argv[0], *FUSION])
    application.setApplicationName("smadmin")
    application.setDesktopFileName("smadmin")
    application.setWindowIcon(QIcon(str(resources.find("icons/program/smadmin.svg"))))
    WheelGuard(application)
    return application
