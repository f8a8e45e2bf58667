"""Where the weekly page's files go and come from: the system's own dialogs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.services.week_away import ENDING
from smadmin.ui.wording import Wording


def ask_to_save(
    parent: QWidget, words: Wording, name: str, ending: str, then: Callable[[Path], None]
) -> None:
    """Ask where a file goes."""
    dialog = QFileDialog(parent, words.say("weekly.where"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name gets a number
    dialog.setDirectory(str(Path.home()))
    dialog.setNameFilters([f"{ending.upper()} (*.{ending})"])
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    _open(dialog, then)


def ask_to_open(parent: QWidget, words: Wording, then: Callable[[Path], None]) -> None:
    """Ask which week's file is opened."""
    dialog = QFileDialog(parent, words.say("weekly.which"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(str(Path.home()))
    dialog.setNameFilters([f"{words.say('weekly.files')} (*{ENDING})"])
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
