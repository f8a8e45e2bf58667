"""The last question of a second look is answered together with the photo, and no key answers unseen faces."""

from PySide6.QtGui import QShortcut

from smadmin.domain.messages import say
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.ui.photos.second import SecondPage
from tests.gui.photos.conftest import Studio
from tests.gui.photos.test_board import enrol
from tests.seeing import ANN, BEN, picture


def asked_twice(studio: Studio) -> SecondPage:
    """Give the second look at a photo in which two faces are asked about again and one isn't."""
    enrol(studio, ANN)
    for old in studio.camera.iterdir():
        old.unlink()
    studio.shoot(one=picture((ANN, 20), (ANN, 120), (BEN, 220)))
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    studio.type("0nn ")
    studio.second_person()
    second = studio.screen.second
    studio.until(lambda: second.question is not None)
    return second


def test_the_answer_about_the_last_face_also_says_that_the_photo_may_go_out(studio: Studio) -> None:
    second = asked_twice(studio)
    words = studio.sitting.around.words
    studio.look()
    assert len(second.canvas._marks) == 1
    assert second.panel.no.accessibleName() == words(say("photoui.nobody-of-these"))

    second.clear_asked()
    second.clear_asked()  # a second press meant the first: the next face has only just come
    studio.look()
    assert second.question is not None
    assert (second.question.left, studio.photos[0].second) == (1, None)
    assert second.panel.no.accessibleName() == words(say("photoui.nobody-of-these-and-fine"))
    assert "nobody missed" in second.panel.no.text(), (
        "the question below is answered with it, so it says so whole"
    )
    assert len(second.canvas._marks) == len(studio.photos[0].faces)  # so that one without a frame is seen
    assert second.count.sentence.text().startswith("3 faces show")
    studio.type("n")

    photo = studio.photos[0]
    assert photo.first is not None
    assert photo.second is not None
    assert photo.second.by != photo.first.by


def test_who_covers_at_the_last_question_still_says_that_the_photo_may_go_out(studio: Studio) -> None:
    second = asked_twice(studio)

    studio.type("nc")
    assert (studio.photos[0].second, second.question) == (None, None)
    studio.type(" ")

    assert studio.photos[0].second is not None


def test_a_key_that_is_held_down_walks_but_answers_once(studio: Studio) -> None:
    for part in studio.screen.parts():
        part()

    held = {
        shortcut.key().toString()
        for shortcut in studio.screen.findChildren(QShortcut)
        if shortcut.autoRepeat() and shortcut.key().toString()
    }

    assert held <= {"Left", "Right", "Up", "Down", "PgUp", "PgDown", "+", "=", "-"}


def test_a_second_press_at_the_first_look_answers_for_one_face(studio: Studio) -> None:
    for old in studio.camera.iterdir():
        old.unlink()
    studio.shoot(one=picture((ANN, 20), (ANN, 120)))
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    studio.look()
    here = studio.screen.decide

    first = here.face
    for _ in range(2):  # the answer is mended once: the same face comes after it again
        here.decide(Choice(Decision.COVERED))
        here.decide(Choice(Decision.COVERED))
        studio.sitting.settle()
        assert len(studio.photos[0].open_faces()) == 1
        studio.look()
        assert first is not None
        here.choose(first)
