"""At the second look a face stands beside the portrait of the child that it resembles most."""

from tests.gui.photos.conftest import Studio
from tests.gui.photos.test_board import enrol
from tests.seeing import ANN, as_file, picture

ALSO_ANN = (ANN[0] - 20, ANN[1], ANN[2])


def test_the_second_person_sees_the_portrait_that_is_nearest(studio: Studio) -> None:
    by, office = studio.sitting.actor, studio.office
    studio.eyes.people = (ANN, ALSO_ANN)
    enrol(studio, ANN)
    today = office.school.local(office.desk.now).date()
    listed = office.students.roster(by).students
    child = next(one for one in listed if one.may_match(today) and one.not_shown(office.pack.roster_mode))
    portrait = studio.camera.parent / "second.pic"
    portrait.write_bytes(as_file(picture((ALSO_ANN, 100))))
    office.portraits.add(by, child.id, portrait)
    for old in studio.camera.iterdir():
        old.unlink()
    studio.shoot(one=picture((ALSO_ANN, 40)))
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    studio.type("n ")
    studio.second_person()
    second, pictures = studio.screen.second, studio.screen.pictures

    studio.until(lambda: second.panel.compared.pictures[-1].pixmap is not None)

    shown = second.panel.compared.pictures[-1].pixmap
    listed = office.students.roster(studio.sitting.actor).students
    _, second_one = next(one.portraits for one in listed if one.id == child.id)
    nearest = pictures.portrait_face(second_one)
    assert second.question is not None
    assert shown is not None
    assert nearest is not None
    assert shown.cacheKey() == nearest.cacheKey()
