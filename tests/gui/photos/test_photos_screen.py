"""The photos screen, from the dropped folder to the covered files, by two people."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.tile_list import TileRole
from tests.gui.photos.conftest import Studio


def decisions(studio: Studio, place: int = 0) -> list[Decision]:
    faces = sorted(studio.photos[place].faces, key=lambda face: face.box.left)
    return [face.decision for face in faces]


def test_an_empty_screen_offers_the_samples_photos(studio: Studio) -> None:
    assert studio.page() is studio.screen.folders

    studio.screen.choosing.sample()

    assert studio.page() is studio.screen.facts
    assert studio.screen.facts.taken_by.text() == "Maya Ortega"
    assert studio.screen.facts.event_name.text() != ""


def test_what_finds_faces_starts_with_the_screen_before_a_photo_is_there(studio: Studio) -> None:
    studio.until(lambda: studio.eyes.opened)


def test_no_pixels_are_left_in_a_worker_while_the_window_is_locked(studio: Studio) -> None:
    studio.until(lambda: studio.eyes.opened)

    studio.office.lock()

    assert not studio.eyes.opened


def test_a_dropped_folder_gives_the_event_its_name(studio: Studio) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(studio.camera))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    studio.screen.dropEvent(drop)

    assert studio.screen.facts.event_name.text() == "Chess finals"


def test_the_form_says_what_is_missing(studio: Studio) -> None:
    studio.screen.choosing.sample()

    studio.screen.facts.event_name.clear()

    header = studio.screen.facts.header
    assert header.main is not None
    assert not header.main.isEnabled()
    assert "event" in header.missing


def test_photos_are_read_one_by_one_and_an_unreadable_one_says_why(studio: Studio) -> None:
    studio.shoot(notes=b"this is a text")

    studio.take_in()

    tiles = {tile.name: tile for tile in studio.screen.sheet.tiles.tiles}
    assert [tiles[name].word.id for name in ("one.jpg", "two.jpg")] == ["photoui.to-decide"] * 2
    assert tiles["notes.jpg"].why is not None
    assert "photo" in studio.screen.sheet.tiles.told(tiles["notes.jpg"])


def test_space_picks_and_only_then_the_main_button_leads_on(studio: Studio) -> None:
    studio.take_in()
    sheet = studio.screen.sheet
    assert studio.step() is Step.PICK
    assert sheet.header.missing != ""

    studio.type(" ")

    assert [one.picked for one in studio.photos] == [True, False]
    assert studio.step() is Step.DECIDE
    studio.type(" ")
    assert not any(one.picked for one in studio.photos)


def test_a_click_on_the_circle_picks(studio: Studio) -> None:
    studio.take_in()
    tiles = studio.screen.sheet.list
    rect = tiles.visualRect(studio.screen.sheet.tiles.index(1))

    QTest.mouseClick(
        tiles.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - 24, rect.top() + 24)
    )
    studio.sitting.settle()
    studio.sitting.settle()

    assert studio.screen.sheet.tiles.index(1).data(TileRole).picked


def test_the_first_look_by_keys_alone(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    decide = studio.screen.decide
    assert decide.header.missing != ""

    studio.type("c")
    studio.type("n")

    assert decisions(studio) == [Decision.COVERED, Decision.CLEARED]
    assert decide.header.missing == ""
    studio.type(" ")
    assert studio.photos[0].first is not None
    assert studio.page() is studio.screen.sheet
    assert studio.step() is Step.USE


def test_a_face_is_said_to_be_a_child_of_the_list(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    child = studio.screen.decide.panel.children_list.children_shown[0]

    studio.type("1")

    face = min(studio.photos[0].faces, key=lambda one: one.box.left)
    assert (face.decision, face.student) == (Decision.OPTED_OUT, child.id)


def test_one_key_says_that_none_of_them_is_here_and_undo_takes_it_back(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    assert not studio.screen.decide.stage.undo_button.isEnabled()

    studio.type("0")
    assert decisions(studio) == [Decision.CLEARED, Decision.CLEARED]

    studio.type("u")
    assert decisions(studio) == [Decision.OPEN, Decision.OPEN]


def test_cover_everybody_is_always_there(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()

    studio.screen.decide.cover_all.click()
    studio.sitting.settle()

    assert decisions(studio) == [Decision.COVERED, Decision.COVERED]


def test_a_face_is_added_by_dragging(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    canvas = studio.screen.decide.canvas
    studio.until(lambda: canvas.part_of(Box(0, 0, 10, 10)) is not None)

    studio.type("a")
    assert canvas.drawing
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(40, 30))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 30))
    studio.sitting.settle()
    studio.sitting.settle()

    drawn = [face for face in studio.photos[0].faces if face.added]
    assert [face.decision for face in drawn] == [Decision.COVERED]
    assert not canvas.drawing


@pytest.mark.demand("BAL-B1i2")
def test_a_photo_with_something_else_wrong_is_left_out(studio: Studio) -> None:
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()

    studio.screen.decide.panel.wrong.leave_out.click()
    studio.sitting.settle()
    studio.sitting.settle()

    assert [one.picked for one in studio.photos] == [False, True]
    assert studio.screen.decide.photo == studio.photos[1].id


def test_escape_leaves_the_tool_first_and_then_the_photo(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()

    studio.type("v")
    assert studio.comparing()
    studio.type("<")
    assert not studio.comparing()
    studio.type("<")
    assert studio.page() is studio.screen.sheet


def test_the_second_person_is_led_to_each_photo_and_the_files_are_made(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.screen.sheet.ways.second_look.click()
    set_id = studio.office.review.sets(studio.sitting.actor)[0].id
    assert studio.sitting.doors.handed_over == [("photos", set_id)]

    studio.second_person()
    studio.type("  ")
    studio.until(lambda: all(one.exported is not None for one in studio.photos))

    first, second = studio.photos
    assert first.second is not None
    assert second.second is not None
    assert first.second.by != studio.sitting.actor.person


def test_a_covered_file_that_cannot_be_made_is_said_and_leads_to_no_release(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    studio.type(" ")
    studio.look()
    for sealed in (studio.sitting.office.grounds.place.store / "media").rglob("*"):
        if sealed.is_file():
            sealed.write_bytes(b"spoilt")

    studio.type(" ")
    studio.until(lambda: any(model.key == "photo-export" for model in studio.banners))
    studio.sitting.settle()

    assert "could not be made" in studio.screen.second.end.said.text()
    assert studio.sitting.doors.opened == []


def test_covering_more_at_the_second_look_keeps_the_first(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()

    studio.screen.second.cover_more(Box(5, 5, 25, 25))
    studio.sitting.settle()
    studio.sitting.settle()

    assert studio.photos[0].first is not None
    assert any(face.added and face.covered for face in studio.photos[0].faces)


def test_looked_at_photos_go_into_a_new_draft_and_compose_opens(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()

    assert studio.step() is Step.USE
    studio.press_main()

    draft = studio.office.posts.mine(studio.sitting.actor)[0]
    assert {picture.photo for picture in draft.content.pictures} == {one.id for one in studio.photos}
    assert studio.sitting.doors.opened == [("compose", draft.id)]


def test_a_photos_id_opens_it_large(studio: Studio) -> None:
    studio.take_in()
    photo = studio.photos[1].id
    studio.screen.show_folders()
    studio.sitting.settle()

    studio.screen.open_subject(photo)
    studio.until(lambda: studio.screen.decide.read is not None)

    assert studio.page() is studio.screen.decide
    assert studio.screen.decide.photo == photo
