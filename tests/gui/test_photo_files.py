"""The computer's own dialog begins among the pictures and shows photos."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.media import PHOTO_ENDINGS
from smadmin.ui.photo_files import ask_for_photos
from smadmin.ui.wording import Wording


def test_it_begins_in_the_pictures_folder_with_photos_alone(
    qtbot: QtBot, words: Wording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "Pictures"
    pictures.mkdir()
    monkeypatch.setattr(QStandardPaths, "standardLocations", lambda _place: [str(pictures)])
    over, brought = QWidget(), list[list[Path]]()
    qtbot.addWidget(over)

    dialog = ask_for_photos(over, words, QFileDialog.FileMode.ExistingFiles, chosen=brought.append)

    assert Path(dialog.directory().absolutePath()) == pictures
    assert all(f"*{ending}" in dialog.nameFilters()[0] for ending in PHOTO_ENDINGS), "what a folder takes"
    assert "*.JPG" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(pictures / "one.jpg")])
    assert brought == [[pictures / "one.jpg"]]
    dialog.close()
