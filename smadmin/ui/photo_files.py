"""Asks for photo files or a folder of them, beginning where the computer keeps its pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.ui.wording import Wording

_SUFFIXES = ("jpg", "jpeg", "jpe", "png", "webp", "gif", "tif", "tiff", "heic", "heif", "hif", "avif")


def ask_for_photos(
    parent: QWidget, words: Wording, mode: QFileDialog.FileMode, *, chosen: Callable[[list[Path]], None]
) -> QFileDialog:
    """Open the computer's own dialog.

    Args:
        parent: the widget over which it opens.
        words: for its title and its filter.
        mode: files, or a folder.
        chosen: gets what somebody chose; nobody is told where they leave it.
    """
    dialog = QFileDialog(parent, words.say("photoui.choose"))
    dialog.setFileMode(mode)
    pictures = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.PicturesLocation)
    there = next((folder for folder in pictures if Path(folder).is_dir()), str(Path.home()))
    dialog.setDirectory(there)
    if mode is not QFileDialog.FileMode.Directory:
        # Cameras write capitals, and the other systems' dialogs tell them apart.
        endings = " ".join(f"*.{one} *.{one.upper()}" for one in _SUFFIXES)
        dialog.setNameFilters(
            [f"{words.say('shell.pictures')} ({endings})", f"{words.say('shell.all-files')} (*)"]
        )
    dialog.filesSelected.connect(lambda names: chosen([Path(one) for one in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
