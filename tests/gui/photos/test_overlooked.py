"""Nobody is overlooked: the question above the photo, and photos in which no face was found."""

from smadmin.domain.students import Student
from smadmin.ui.buttons import Button
from tests.gui.photos.conftest import Studio
from tests.seeing import picture


def shown(studio: Studio) -> tuple[Student, ...]:
    return studio.screen.decide.panel.children_list.children_shown


def test_nobody_without_a_frame_is_asked_above_the_photo_and_answered_by_the_one_button(
    studio: Studio,
) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    decide = studio.screen.decide
    count, main = decide.stage.count, decide.header.main
    assert main is not None
    assert count.isVisible()
    assert "2 faces found. Is anybody without a frame?" in count.sentence.text()

    studio.type("0")

    assert (main.isEnabled(), main.text().startswith("Nobody missed")) == (True, True)


def test_the_line_above_the_photo_says_how_a_frame_is_drawn(studio: Studio) -> None:
    studio.take_in()
    studio.type(" ")
    studio.press_main()
    stage = studio.screen.decide.stage
    asked = stage.count.sentence.text()

    stage.count.draw.click()
    drawing = stage.count.sentence.text()
    studio.type("<")

    assert "Drag" in drawing
    assert not stage.canvas.drawing
    assert stage.count.sentence.text() == asked


def test_the_second_person_is_asked_too(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    second = studio.screen.second

    studio.until(second.count.isVisible)

    assert "Is anybody without a frame or a cover?" in second.count.sentence.text()
    second.count.draw.click()
    assert second.canvas.drawing


def test_a_photo_without_a_face_has_no_button_that_does_nothing(studio: Studio) -> None:
    studio.shoot(field=picture())
    studio.take_in()
    photo = next(one for one in studio.photos if not one.faces)
    decide = studio.screen.decide

    studio.screen.open_subject(photo.id)
    studio.until(lambda: decide.read is not None)

    buttons = [decide.panel.children_list.findChild(Button, f"child-{child.id}") for child in shown(studio)]
    assert {button and button.isEnabled() for button in buttons} == {False}
    assert not decide.cover_all.isEnabled()
    assert not decide.stage.next_button.isEnabled()
    assert "Is anybody in this photo?" in decide.stage.count.sentence.text()


def test_an_unreadable_photo_says_so_beside_it(studio: Studio) -> None:
    studio.shoot(notes=b"this is a text")
    studio.take_in()
    set_id = studio.office.review.sets(studio.sitting.actor)[0].id
    bad = next(one for one in studio.office.review.set(studio.sitting.actor, set_id).photos if one.error)
    decide = studio.screen.decide

    studio.screen.open_subject(bad.id)
    studio.until(lambda: decide.read is not None)

    assert decide.panel.title.text() == "Can't be read"
    assert not decide.stage.count.isVisible()
    assert not decide.cover_all.isEnabled()
