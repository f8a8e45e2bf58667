"""What stands beside a photo at the second look: the children who must not be shown, always."""

import pytest

from smadmin.domain.ids import FaceId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision
from smadmin.domain.photos.seeking import not_shown
from smadmin.domain.policy.packs import RosterMode
from smadmin.ui.buttons import Button
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.marks import Line, Mark
from smadmin.ui.theme import State
from tests.gui.photos.conftest import Studio


def test_the_children_stand_beside_each_photo_though_no_single_face_is_asked_about(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    second = studio.screen.second
    listed = studio.office.students.roster(studio.sitting.actor).students
    wanted = {child.id for child in not_shown(listed, (), RosterMode.OPT_OUT)}

    assert second.question is None
    assert second.panel.isVisible()
    assert {child.id for child in second.panel.children_list.children_shown} == wanted
    assert f"{len(wanted)} children must not be shown" in second.panel.list_title.text()
    seen = [one for one in second.panel.findChildren(Button) if one.isVisible()]
    assert seen == [second.panel.wrong.leave_out]


@pytest.mark.demand("BAL-B1i2")
def test_both_looks_are_asked_what_else_is_wrong_and_the_second_leaves_a_photo_out(studio: Studio) -> None:
    studio.take_in()
    first = studio.screen.decide.panel.wrong.looked_for.text()
    studio.look_at_all()
    studio.second_person()
    studio.look()
    second = studio.screen.second

    second.panel.wrong.leave_out.click()
    studio.until(lambda: second.photo == studio.photos[1].id)

    for asked_for in ("Clothing", "gestures", "screens", "papers", "name tags", "place"):
        assert asked_for in first
    assert second.panel.wrong.looked_for.text() == first
    assert [(one.picked, one.second) for one in studio.photos] == [(False, None), (True, None)]
    assert studio.banners[-1].happened.id == "photoui.left-this-out"


def test_the_strip_says_second_look_to_the_second_person(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()

    tiles = studio.screen.second.strip.tiles.tiles

    assert [studio.sitting.around.words(tile.short) for tile in tiles] == ["Second look"] * 2


def test_what_isnt_drawn_yet_cant_be_signed_off(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    second = studio.screen.second
    main = second.header.main
    assert main is not None

    assert not main.isEnabled()
    second.fine()
    studio.sitting.settle()

    assert [one.second for one in studio.photos] == [None, None]
    studio.look()
    assert main.isEnabled()


def test_a_double_press_signs_off_one_photo(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    second = studio.screen.second
    studio.look()
    first = second.photo

    second.fine()
    studio.until(lambda: second.photo != first and second.read is not None)
    studio.sitting.settle()
    second.fine()
    studio.sitting.settle()

    assert [one.second is not None for one in studio.photos] == [True, False]


def test_the_first_look_isnt_finished_on_a_photo_that_hasnt_been_seen(studio: Studio) -> None:
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    decide = studio.screen.decide
    studio.type("0")
    first = decide.photo
    studio.type(" ")
    studio.until(lambda: decide.photo != first and decide.read is not None)

    decide.none_here()
    decide.finish()
    studio.sitting.settle()

    assert [one.first is not None for one in studio.photos] == [True, False]
    assert [face.decision for face in studio.photos[1].faces] == [Decision.OPEN]


def test_the_answers_keep_their_place_however_long_the_question_is(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()
    panel = studio.screen.second.panel
    mark = Mark(FaceId("f"), 1, Box(0, 0, 9, 9), State.DOUBT, say("photoui.face-asked"), Line.DASHED)
    places = []

    for name in ("Bo", "Maximilian Featherstonehaugh"):
        said = say("photoui.asked-near", name=name)
        panel.show_question(Question(mark.face, mark, said, say("photoui.nobody-of-these"), (), 1), None, ())
        studio.sitting.settle()
        lines = -(
            -panel.sentence.fontMetrics().horizontalAdvance(studio.sitting.around.words(said))
            // panel.sentence.width()
        )
        places.append((lines, panel.no.y()))

    assert [lines for lines, _ in places] == [1, 2]
    assert places[0][1] == places[1][1] > 0
