"""What was said about a folder can be corrected where its photos are."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.review import PhotoSet
from smadmin.services.photos.intake import SetFacts
from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.labels import PlainLabel
from tests.gui.photos.conftest import Studio


def said(studio: Studio) -> PhotoSet:
    return studio.office.review.sets(studio.sitting.actor)[0]


def asked(studio: Studio) -> FittedDialog:
    """Take in a folder of photos, and ask to correct what was said about it."""
    studio.take_in()
    button = studio.screen.sheet.header.findChild(Button, "correct-facts")
    assert button is not None
    button.click()
    studio.until(lambda: studio.screen.findChildren(FittedDialog))
    (dialog,) = studio.screen.findChildren(FittedDialog)
    return dialog


def choose_right(dialog: FittedDialog, right: RightOfUse) -> None:
    box = next(one for one in dialog.findChildren(QComboBox) if one.findData(right) >= 0)
    box.setCurrentIndex(box.findData(right))


def save_of(dialog: FittedDialog) -> Button:
    return next(one for one in dialog.findChildren(Button) if one.accessibleName() == "Save")


def test_the_right_to_use_photos_and_their_groups_are_put_right_later(studio: Studio) -> None:
    dialog = asked(studio)
    group = next(one for one in dialog.findChildren(Button) if one.isCheckable())

    choose_right(dialog, RightOfUse.OWN)
    group.click()
    save_of(dialog).click()

    studio.until(lambda: not dialog.isVisible())
    assert said(studio).right is RightOfUse.OWN
    assert said(studio).groups == (group.accessibleName(),)
    assert said(studio).event == "Chess finals"


def test_what_somebody_else_corrected_meanwhile_is_not_written_over(studio: Studio) -> None:
    dialog = asked(studio)
    by, before = studio.sitting.actor, said(studio)
    studio.office.intake.change_facts(by, before.id, SetFacts("Chess", "Bo"), version=before.version)

    save_of(dialog).click()
    studio.sitting.settle()

    told = [one.whole_text for one in dialog.findChildren(PlainLabel) if one.isVisible()]
    assert any("Somebody else changed this" in text for text in told)
    assert dialog.isVisible()
    assert said(studio).event == "Chess"


def test_a_folder_needs_its_event_also_when_it_is_corrected(studio: Studio) -> None:
    dialog = asked(studio)

    event = dialog.findChild(QLineEdit, "photo-event")
    assert event is not None
    event.clear()

    assert not save_of(dialog).isEnabled()
