"""Choosing photos, and their tiles; the pictures themselves come from errands that are counted here."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.posts import Content, Picture
from smadmin.services.policy import Policy
from smadmin.ui.appearance import Appearance
from smadmin.ui.composer.picker import PhotoPicker
from smadmin.ui.composer.readiness import pictures_of
from smadmin.ui.composer.tiles import PictureTiles
from smadmin.ui.empty import EmptyState
from smadmin.ui.wording import Wording

PACK = Policy.shipped().pack("baltimore-city-md")
SCHOOL, CHESS = SchoolId("school"), PhotoSetId("chess")
SET = PhotoSet(
    CHESS, SCHOOL, "Chess finals", "Maya", RightOfUse.STAFF, "news", (), datetime(2026, 11, 20, tzinfo=UTC)
)
PHOTOS = tuple(
    Photo(PhotoId(name), SCHOOL, CHESS, f"{name}.jpg", MediaId(name), "00", looked_for=True)
    for name in ("one", "two", "three")
)


class Drawn:
    """Small pictures that are there at once."""

    def __init__(self) -> None:
        self.fetched: list[PhotoId] = []

    def fetch(self, photo: Photo, show: Callable[[QPixmap], None], *, owner: QObject) -> None:
        self.fetched.append(photo.id)
        show(QPixmap(12, 8))


@pytest.fixture
def over(qtbot: QtBot, appearance: Appearance) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_whole_folder_is_added_in_one_press_without_what_is_there(over: QWidget, words: Wording) -> None:
    picker = PhotoPicker(((SET, PHOTOS),), frozenset({PhotoId("two")}), words, pictures=Drawn(), parent=over)
    chosen: list[tuple[PhotoId, ...]] = []
    picker.chosen.connect(chosen.append)

    picker.every[0].click()

    assert chosen == [(PhotoId("one"), PhotoId("three"))]


def test_chosen_photos_are_counted_and_added_in_order(over: QWidget, words: Wording) -> None:
    picker = PhotoPicker(((SET, PHOTOS),), frozenset(), words, pictures=Drawn(), parent=over)
    chosen: list[tuple[PhotoId, ...]] = []
    picker.chosen.connect(chosen.append)
    assert not picker.add.isEnabled()

    picker.lists[0].item(2).setSelected(True)
    picker.lists[0].item(0).setSelected(True)
    assert picker.add.text() == "Add 2 photos"
    picker.add.click()

    assert chosen == [(PhotoId("one"), PhotoId("three"))]


def test_without_photos_it_says_where_they_come_from(over: QWidget, words: Wording, qtbot: QtBot) -> None:
    picker = PhotoPicker((), frozenset(), words, pictures=Drawn(), parent=over)
    empty = picker.findChild(EmptyState)
    assert isinstance(empty, EmptyState)

    with qtbot.waitSignal(picker.filesAsked):
        empty.stepChosen.emit()


def test_the_sample_school_offers_its_own_photos(over: QWidget, words: Wording, qtbot: QtBot) -> None:
    picker = PhotoPicker((), frozenset(), words, pictures=Drawn(), parent=over, sample=True)
    empty = picker.findChild(EmptyState)
    assert isinstance(empty, EmptyState)

    with qtbot.waitSignal(picker.sampleAsked):
        empty.stepChosen.emit()


def test_a_description_has_room(over: QWidget, words: Wording) -> None:
    tiles = PictureTiles(words, Drawn(), over)
    content = Content(pictures=(Picture(PhotoId("one")),))

    tiles.show_pictures(content, pictures_of(content, {}, PACK), {})

    tile = tiles.tiles[0]
    assert tile.width() >= 25 * tile.alt.fontMetrics().averageCharWidth()


def test_tiles_keep_the_words_being_typed_and_fetch_each_picture_once(over: QWidget, words: Wording) -> None:
    drawn = Drawn()
    tiles = PictureTiles(words, drawn, over)
    content = Content(pictures=(Picture(PhotoId("one"), "The team"), Picture(PhotoId("two"))))
    photos = {photo.id: photo for photo in PHOTOS}

    for _ in range(3):
        tiles.show_pictures(content, pictures_of(content, photos, PACK), photos)

    assert [tile.alt.words for tile in tiles.tiles] == ["The team", ""]
    assert drawn.fetched == [PhotoId("one"), PhotoId("two")]
    assert [tile.state.word for tile in tiles.tiles] == ["First look", "First look"]


def test_only_one_of_several_pictures_can_be_moved(over: QWidget, words: Wording) -> None:
    tiles = PictureTiles(words, Drawn(), over)

    def deeds(*names: str) -> list[str]:
        content = Content(pictures=tuple(Picture(PhotoId(name)) for name in names))
        tiles.show_pictures(content, pictures_of(content, {}, PACK), {})
        return [said for said, _ in tiles.tiles[0].deeds()]

    assert deeds("one") == ["Open it in Photos", "Take it off the post"]
    assert deeds("one", "two")[:2] == ["Move it forward", "Move it back"]


def test_a_description_grows_with_its_words_so_that_all_are_read(over: QWidget, words: Wording) -> None:
    tiles = shown_tiles(over, words, "one")
    alt = tiles.tiles[0].alt
    low = alt.height()

    QTest.keyClicks(alt, "Five children in the gym hold up a paper volcano that they have built.")

    assert alt.height() >= low + 2 * alt.fontMetrics().lineSpacing()
    assert alt.document().size().height() <= alt.viewport().height()


def test_the_tab_key_goes_from_description_to_description(
    over: QWidget, words: Wording, qtbot: QtBot
) -> None:
    tiles = shown_tiles(over, words, "one", "two", "three")
    first, second, third = (tile.alt for tile in tiles.tiles)
    with qtbot.waitActive(over):
        over.activateWindow()
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Tab)
    assert tiles.tiles[0].more.hasFocus()


def test_a_description_has_no_line_breaks(over: QWidget, words: Wording) -> None:
    alt = shown_tiles(over, words, "one").tiles[0].alt
    pasted = QMimeData()
    pasted.setText("The choir\nin the hall")

    alt.insertFromMimeData(pasted)
    QTest.keyClick(alt, Qt.Key.Key_Return)

    assert alt.words == "The choir in the hall"


def shown_tiles(over: QWidget, words: Wording, *names: str) -> PictureTiles:
    tiles = PictureTiles(words, Drawn(), over)
    content = Content(pictures=tuple(Picture(PhotoId(name)) for name in names))
    over.resize(900, 500)
    tiles.resize(over.size())
    tiles.show_pictures(content, pictures_of(content, {}, PACK), {})
    over.show()
    return tiles
