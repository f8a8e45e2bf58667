"""A face that stands in several photos: one strip, one answer, and each of its faces can be taken out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Decision
from smadmin.ui.photos.decide import DecidePage
from smadmin.ui.photos.same_strip import FaceButton
from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, BEN, CAM, STRANGER, as_file, picture


def enrol_somebody(studio: Studio) -> None:
    """Give one child that may be compared a portrait that these eyes see: only then faces are described."""
    by, office = studio.sitting.actor, studio.office
    today = office.school.local(office.desk.now).date()
    child = next(
        one
        for one in office.students.roster(by).students
        if one.may_match(today) and one.not_shown(office.pack.roster_mode)
    )
    portrait = studio.camera.parent / "portrait.pic"
    portrait.write_bytes(as_file(picture((ANN, 100))))
    office.portraits.add(by, child.id, portrait)


@pytest.fixture
def decide(studio: Studio) -> DecidePage:
    """Sit before the first of three photos; Cam stands in all, Ben and a stranger in one each."""
    for old in studio.camera.iterdir():
        old.unlink()
    enrol_somebody(studio)
    studio.shoot(
        a=picture((CAM, 20), (BEN, 200)), b=picture((CAM, 120)), c=picture((STRANGER, 20), (CAM, 200))
    )
    studio.take_in()
    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.press_main()
    page = studio.screen.decide
    studio.until(lambda: not page.same._finding.running)
    studio.sitting.settle()
    return page


def crops(page: DecidePage) -> list[FaceButton]:
    return [one for one in page.panel.same.findChildren(FaceButton) if one.isVisible()]


def decisions(studio: Studio) -> list[list[Decision]]:
    return [[face.decision for face in photo.faces] for photo in studio.photos]


OPEN, CLEARED = Decision.OPEN, Decision.CLEARED


def test_the_strip_shows_every_other_face_and_one_key_decides_all(studio: Studio, decide: DecidePage) -> None:
    assert len(crops(decide)) == 2
    assert decide.panel.same.said.text() == "Also in 2 more photos: what you say counts for all."

    studio.type("n")

    assert decisions(studio) == [[CLEARED, OPEN], [CLEARED], [OPEN, CLEARED]]
    assert decide.panel.same.isHidden()


def test_faces_that_come_late_stand_for_their_moment_before_an_answer_counts_for_them(
    studio: Studio, decide: DecidePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as not_yet:
        not_yet.setattr(studio.office.recurring, "group_of", lambda *_: ())
        decide._render_face()
    studio.look()

    decide.same._turned()  # as when the search ends
    decide.decide(Choice(CLEARED))
    studio.sitting.settle()

    assert decisions(studio) == [[OPEN, OPEN], [OPEN], [OPEN, OPEN]]
    studio.type("n")
    assert decisions(studio) == [[CLEARED, OPEN], [CLEARED], [OPEN, CLEARED]]


def test_a_face_that_was_taken_out_is_not_decided_with_the_others(studio: Studio, decide: DecidePage) -> None:
    second = next(one for one in crops(decide) if one.accessibleName() == "In b.jpg: decided together")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)

    assert decide.panel.same.said.text() == "Also in 1 more photo: what you say counts for both."
    studio.type("n")

    assert decisions(studio) == [[CLEARED, OPEN], [OPEN], [OPEN, CLEARED]]


def test_one_key_decides_only_this_face_and_a_second_press_joins_them_again(
    studio: Studio, decide: DecidePage
) -> None:
    studio.type("g")
    assert decide.panel.same.only.accessibleName() == "All of them together"
    studio.type("g")
    assert decide.panel.same.only.accessibleName() == "Only this face"
    studio.type("g")

    studio.type("n")

    assert decisions(studio) == [[CLEARED, OPEN], [OPEN], [OPEN, OPEN]]


def test_one_undo_takes_the_answer_back_in_every_photo(studio: Studio, decide: DecidePage) -> None:
    studio.type("n")

    studio.type("u")

    assert decisions(studio) == [[OPEN, OPEN], [OPEN], [OPEN, OPEN]]


def test_locking_forgets_who_is_the_same(studio: Studio, decide: DecidePage) -> None:
    photo, face = decide.photo, decide.face
    assert photo is not None
    assert face is not None
    studio.screen.settle()
    assert not decide.same._pixmaps
    assert not crops(decide)
    studio.office.recurring.forget()

    decide._render_face()

    assert decide.panel.same.isHidden()
    assert decide.same.with_it(photo, face) == ((photo, face),)


def test_a_face_that_is_out_of_sight_is_not_decided(studio: Studio, decide: DecidePage) -> None:
    photo, face = decide.photo, decide.face
    assert photo is not None
    assert face is not None
    assert len(decide.same.with_it(photo, face)) == 3

    crops(decide)[1].move(4000, 0)

    assert len(decide.same.with_it(photo, face)) == 2


def test_the_sheet_says_until_when_what_nobody_picks_is_kept(studio: Studio, decide: DecidePage) -> None:
    studio.type("<")
    assert "removed on" not in studio.screen.sheet.foot.text()

    studio.screen.sheet.picking.pick_all()
    studio.sitting.settle()
    studio.sitting.settle()

    assert "what nobody picks is removed on" in studio.screen.sheet.foot.text()
