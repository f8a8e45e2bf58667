"""A drop is taken by its contents, or answered with a sentence; photos from a phone leave a reminder."""

import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from smadmin.ui.buttons import Button
from smadmin.ui.photos.drops import Dropped, dropped, may_be_photos
from smadmin.ui.photos.facts import Offered
from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, as_file, picture


def offering(**formats: bytes) -> QMimeData:
    offered = QMimeData()
    for name, content in formats.items():
        offered.setData(name.replace("_", "/", 1), content)
    return offered


def drop(studio: Studio, offered: QMimeData) -> None:
    at, actions = QPointF(5, 5), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(
        at.toPoint(), actions, offered, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    studio.screen.dragEnterEvent(entered)
    assert entered.isAccepted()
    studio.screen.dropEvent(
        QDropEvent(at, actions, offered, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )


def taken(studio: Studio) -> list[str]:
    """Fill the form, take in, and give the photos' names."""
    studio.screen.facts.event_name.setText("Chess finals")
    studio.screen.facts.take_in()
    studio.until(lambda: studio.screen.current is studio.screen.sheet)
    studio.until(lambda: bool(studio.screen.sheet.tiles.tiles))
    studio.until(lambda: not studio.screen.finding.running and all(one.looked_for for one in studio.photos))
    studio.sitting.settle()
    return [photo.name for photo in studio.photos]


def test_a_picture_without_a_file_is_taken_by_its_contents(studio: Studio) -> None:
    drop(studio, offering(image_png=as_file(picture((ANN, 40))), text_html=b"<img>"))

    assert studio.page() is studio.screen.facts
    assert taken(studio) == ["dropped.png"]


def test_an_archive_is_taken_by_what_is_in_it(studio: Studio) -> None:
    archive = studio.camera.parent / "mail.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("one.jpg", as_file(picture((ANN, 40))))
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(archive))])

    drop(studio, offered)

    assert taken(studio) == ["one.jpg"]


@pytest.mark.parametrize("address", ["https://school.example/photo.jpg", "mtp://Pixel_8/DCIM/IMG_1.jpg"])
def test_an_address_alone_is_answered_with_a_sentence(studio: Studio, address: str) -> None:
    offered = QMimeData()
    offered.setUrls([QUrl(address)])

    drop(studio, offered)

    assert studio.page() is studio.screen.folders
    (said,) = studio.screen.undone.models
    assert said.happened.id == "photoui.drop-nothing"


def test_the_answer_to_a_drop_leads_to_the_phone_from_every_page(studio: Studio) -> None:
    studio.take_in()
    offered = QMimeData()
    offered.setUrls([QUrl("https://school.example/photo.jpg")])
    drop(studio, offered)

    (button,) = (one for one in studio.screen.undone.findChildren(Button) if "phone" in one.text())
    button.click()
    studio.until(lambda: studio.banners)

    assert studio.banners[0].happened.id == "photoui.no-phone"
    assert studio.screen.undone.models == ()


def test_a_promised_file_is_answered_too_and_text_is_not_listened_to() -> None:
    promised = offering(**{"application_x-moz-file-promise": b"x"})
    text = QMimeData()
    text.setText("Dear parents")

    assert may_be_photos(promised)
    assert dropped(promised) == Dropped()
    assert not may_be_photos(text)


@pytest.mark.demand("BLO-P1")
def test_photos_from_a_phone_leave_a_reminder(studio: Studio) -> None:
    phone = studio.camera / "DCIM"
    phone.mkdir()
    (phone / "IMG_1.jpg").write_bytes(as_file(picture((ANN, 40))))
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(phone / "IMG_1.jpg"))])

    drop(studio, offered)
    assert studio.screen.facts.phone.isChecked()
    taken(studio)

    assert "photoui.phone-delete" in [banner.happened.id for banner in studio.banners]


def test_other_photos_leave_none_unless_somebody_says_so(studio: Studio) -> None:
    studio.screen.take(Offered((studio.camera,), event="Chess finals"))

    assert not studio.screen.facts.phone.isChecked()
    taken(studio)

    assert studio.banners == []


def test_without_a_phone_it_is_said_how_to_connect_one(studio: Studio) -> None:
    studio.screen.choosing.from_phone()
    studio.until(lambda: studio.banners)

    assert studio.banners[0].happened.id == "photoui.no-phone"
