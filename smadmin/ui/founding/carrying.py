"""A request that travels as a file: where it goes, and which one is opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.services.backup_files import ENDING as BACKUP
from smadmin.services.carried import ENDING
from smadmin.services.coming import ENDING as COMPUTER
from smadmin.ui.wording import Wording


def ask_where(parent: QWidget, words: Wording, then: Callable[[Path], None]) -> None:
    """Ask where the request goes; a taken name gets a number."""
    dialog = QFileDialog(parent, words.say("joining.save"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    _open(dialog, words, then)
    dialog.selectFile(words.say("joining.file") + ENDING)


def ask_which(parent: QWidget, words: Wording, then: Callable[[Path], None]) -> None:
    """Ask which request is opened."""
    dialog = QFileDialog(parent, words.say("joining.bring"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, words, then)


def ask_where_computer(parent: QWidget, words: Wording, then: Callable[[Path], None]) -> None:
    """Ask where a new computer's own file goes."""
    dialog = QFileDialog(parent, words.say("coming.save"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(COMPUTER.removeprefix("."))
    dialog.setDirectory(str(Path.home()))
    dialog.selectFile(words.say("coming.file") + COMPUTER)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_where_backup(parent: QWidget, words: Wording, name: str, then: Callable[[Path], None]) -> None:
    """Ask where a backup goes that brings somebody's key to another computer."""
    dialog = QFileDialog(parent, words.say("joining.backup-for"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(BACKUP.removeprefix("."))
    dialog.setDirectory(str(Path.home()))
    dialog.setNameFilters(words.say("trouble.backup-files").split(";;"))
    dialog.selectFile(name + BACKUP)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(dialog: QFileDialog, words: Wording, then: Callable[[Path], None]) -> None:
    dialog.setDirectory(str(Path.home()))
    if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
        dialog.setNameFilters([f"{words.say('joining.files')} (*{ENDING})"])
    else:
        dialog.setNameFilters([f"{words.say('coming.files')} (*{ENDING} *{COMPUTER})"])
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
