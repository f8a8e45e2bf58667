"""The short form about a folder: what it is about, and the classes and clubs to choose from."""

from smadmin.domain.media import RightOfUse
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.photos.facts import Offered
from tests.gui.photos.conftest import Studio


def test_the_classes_are_there_though_the_folders_were_never_seen(studio: Studio) -> None:
    studio.screen.folders.read = None
    groups = studio.office.students.roster(studio.sitting.actor).groups

    studio.screen.take(Offered((studio.camera,), event="Chess finals", right=RightOfUse.STAFF))
    studio.sitting.settle()

    studio.screen.facts.choose_groups(groups)
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
