"""The short form about a folder: what it is about, and the classes and clubs to choose from."""

import pytest

from smadmin.domain.computers import Owner
from smadmin.domain.media import RightOfUse, Use
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.photos.brought import MOST
from smadmin.ui.photos.facts import Offered
from smadmin.ui.photos.model import Step
from smadmin.ui.surroundings import files_subject
from tests.gui.photos.conftest import Studio


def test_the_classes_are_there_though_the_folders_were_never_seen(studio: Studio) -> None:
    studio.screen.folders.read = None
    groups = studio.office.students.roster(studio.sitting.actor).groups

    studio.screen.take(Offered((studio.camera,), event="Chess finals", right=RightOfUse.STAFF))
    studio.sitting.settle()

    chips = [one for one in studio.screen.facts.findChildren(Button) if one.isCheckable()]
    for chip in chips:
        chip.click()
    assert groups
    assert studio.screen.facts.facts.groups == groups


def test_without_classes_nothing_asks_to_choose_some(studio: Studio) -> None:
    facts = studio.screen.facts
    studio.screen.take(Offered((studio.camera,)))

    facts.show_groups(())
    studio.sitting.settle()

    asked = studio.sitting.around.words.say("photoui.groups-note")
    shown = [label.whole_text for label in facts.findChildren(PlainLabel) if label.isVisible()]
    assert asked not in shown
    assert not [one for one in facts.findChildren(Button) if one.isCheckable() and one.isVisible()]


def test_the_form_says_which_files_it_is_about(studio: Studio) -> None:
    studio.screen.take(Offered((studio.camera / "one.jpg", studio.camera / "two.jpg")))

    assert studio.screen.facts.header.note.whole_text == "one.jpg, two.jpg"


def shown(studio: Studio) -> list[bool]:
    """Say of each small photo whether it has come."""
    return [thumb.pixmap is not None for thumb in studio.screen.facts.brought.thumbs]


def test_the_form_shows_the_photos_it_is_about(studio: Studio) -> None:
    studio.screen.take(Offered((studio.camera,)))

    studio.until(lambda: shown(studio) == [True, True])
    card = studio.screen.facts.brought
    assert card.isVisible()
    assert card.heading.whole_text == "2 photos"
    assert [thumb.accessibleName() for thumb in card.thumbs] == ["one.jpg", "two.jpg"]


def test_a_file_that_is_no_photo_says_so_where_its_picture_would_be(studio: Studio) -> None:
    studio.shoot(letter=b"Dear parents")
    studio.screen.take(Offered((studio.camera / "letter.jpg",)))

    studio.until(lambda: len(shown(studio)) == 1)
    thumb = studio.screen.facts.brought.thumbs[0]
    studio.until(thumb.accessibleDescription)
    assert shown(studio) == [False]
    assert "letter.jpg" in thumb.toolTip()


def test_of_many_photos_the_first_are_shown_and_the_others_counted(studio: Studio) -> None:
    for number in range(MOST + 3):
        (studio.camera / f"p{number:02}.jpg").write_bytes((studio.camera / "one.jpg").read_bytes())
    studio.screen.take(Offered((studio.camera,)))

    studio.until(lambda: len(shown(studio)) == MOST)
    said = [one.whole_text for one in studio.screen.facts.brought.findChildren(PlainLabel) if one.isVisible()]
    assert said == ["29 photos", "and 5 more"]


def test_going_back_lets_the_small_photos_go(studio: Studio) -> None:
    studio.screen.take(Offered((studio.camera,)))
    studio.until(lambda: shown(studio) == [True, True])

    studio.type("<")

    assert studio.page() is studio.screen.folders
    assert shown(studio) == []


@pytest.mark.demand("SOC-M6")
@pytest.mark.demand("BLO-P1")
def test_photos_for_somebodys_own_page_are_not_taken_in(studio: Studio) -> None:
    facts = studio.screen.facts
    studio.screen.take(Offered((studio.camera,), event="Chess finals"))

    facts.form.use.setCurrentIndex(facts.form.use.findData(Use.PERSONAL))

    assert facts.header.main is not None
    assert not facts.header.main.isEnabled()
    assert "own purposes" in facts.header.missing
    facts.form.use.setCurrentIndex(facts.form.use.findData(Use.SCHOOL))
    assert facts.header.main.isEnabled()


def test_photos_chosen_one_by_one_for_a_post_come_picked(studio: Studio) -> None:
    studio.screen.open_subject(files_subject([studio.camera / "one.jpg", studio.camera / "two.jpg"]))
    studio.screen.facts.event_name.setText("Chess finals")

    studio.screen.facts.take_in()

    studio.until(lambda: searched(studio))
    assert [one.picked for one in studio.photos] == [True, True]
    assert studio.step() is Step.DECIDE


def test_of_a_folder_somebody_still_picks(studio: Studio) -> None:
    studio.screen.open_subject(files_subject([studio.camera]))
    studio.screen.facts.event_name.setText("Chess finals")

    studio.screen.facts.take_in()

    studio.until(lambda: searched(studio))
    assert [one.picked for one in studio.photos] == [False, False]
    assert studio.step() is Step.PICK


def searched(studio: Studio) -> bool:
    """Tell whether the photos were taken in, and faces looked for in all of them."""
    seen = studio.page() is studio.screen.sheet and bool(studio.screen.sheet.tiles.tiles)
    return seen and not studio.screen.finding.running and all(one.looked_for for one in studio.photos)


@pytest.mark.demand("BAL-B1g2")
def test_somebodys_own_computer_says_at_once_that_it_takes_none(studio: Studio) -> None:
    by, facts = studio.sitting.actor, studio.screen.facts
    studio.office.computers.describe(by, Owner.PERSONAL, "Ana's laptop")

    studio.screen.take(Offered((studio.camera,), event="Chess finals"))
    studio.sitting.settle()

    assert facts.header.main is not None
    assert not facts.header.main.isEnabled()
    assert facts.header.missing == studio.sitting.around.words.say("computers.nothing-left-behind")
    facts.take_in()
    studio.sitting.settle()
    assert facts.isVisible()
    assert not facts.trouble.isVisible()
