"""What stands beside a photo at the second look: the children who must not be shown, always."""

from smadmin.domain.photos.seeking import not_shown
from smadmin.domain.policy.packs import RosterMode
from smadmin.ui.buttons import Button
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
    assert not [one for one in second.panel.findChildren(Button) if one.isVisible()]


def test_the_strip_says_second_look_to_the_second_person(studio: Studio) -> None:
    studio.take_in()
    studio.look_at_all()
    studio.second_person()

    tiles = studio.screen.second.strip.tiles.tiles

    assert [studio.sitting.around.words(tile.short) for tile in tiles] == ["Second look"] * 2
