"""Photos from Compose: the sample's own, and files, after which nobody who thinks better of it is lost."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from smadmin.ui.composer.picker import PhotoPicker
from smadmin.ui.empty import EmptyState
from smadmin.ui.surroundings import SAMPLE_PHOTOS, files_subject
from tests.gui.composer.conftest import Sitting


def test_the_samples_photos_are_taken_in_on_the_photos_screen(at_compose: Sitting) -> None:
    empty = opened(at_compose).findChild(EmptyState)
    assert isinstance(empty, EmptyState)

    empty.stepChosen.emit()

    assert at_compose.doors.opened == [("photos", SAMPLE_PHOTOS)]


def test_cancelling_the_file_box_leads_back_to_choosing_photos(at_compose: Sitting) -> None:
    picker = opened(at_compose)

    picker.filesAsked.emit()
    asking(picker).reject()

    assert picker.isVisible()
    picker.filesAsked.emit()
    asking(picker).filesSelected.emit(["/pictures/choir.jpg"])
    assert not picker.isVisible()
    assert at_compose.doors.opened == [("photos", files_subject([Path("/pictures/choir.jpg")]))]


def opened(at_compose: Sitting) -> PhotoPicker:
    """Open *Choose photos*."""
    at_compose.screen.writing.tiles.chooseAsked.emit()
    at_compose.settle()
    (picker,) = at_compose.screen.findChildren(PhotoPicker)
    return picker


def asking(picker: PhotoPicker) -> QFileDialog:
    """Give the file box that stands over it."""
    (box,) = [one for one in picker.findChildren(QFileDialog) if one.isVisible()]
    return box
