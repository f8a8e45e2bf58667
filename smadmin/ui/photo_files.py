"""Asks for photo files or a folder of them, beginning where the computer keeps its pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from smadmin.domain.media import PHOTO_ENDINGS
from smadmin.ui.wording import Wording

PATTERNS = " ".join(f"*{ending} *{ending.upper()}" for ending in PHOTO_ENDINGS)
"""For a dialog's filter: cameras write capitals, and the other systems' dialogs tell them apart."""


def ask_for_photos(
    parent: QWidget,
    words: Wording,
    mode: QFileDialog.FileMode,
    *,
    chosen: Callable[[list[Path]], None],
    there: Path | None = None,
) -> QFileDialog:
    """Open the computer's own dialog.

    Args:
        parent: the widget over which it opens.
        words: for its title and its filter.
        mode: files, or a folder.
        chosen: gets what somebody chose; nobody is told where they leave it.
        there: where to begin; by default where the computer keeps its pictures.
    """
    dialog = QFileDialog(parent, words.say("photoui.choose"))
    dialog.setFileMode(mode)
    dialog.setDirectory(str(there or _pictures()))
    if mode is not QFileDialog.FileMode.Directory:
        dialog.setNameFilters(
            [f"{words.say('shell.pictures')} ({PATTERNS})", f"{words.say('shell.all-files')} (*)"]
        )
    dialog.filesSelected.connect(lambda names: chosen([Path(one) for one in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _pictures() -> Path:
    """Give where the computer keeps its pictures."""
    folders = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.PicturesLocation)
    return next((Path(folder) for folder in folders if Path(folder).is_dir()), Path.home())
