"""What was said about a folder can be corrected where its photos are."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import PhotoSetId, SchoolId
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.review import PhotoSet
from smadmin.services.photos.intake import SetFacts
from smadmin.ui.appearance import Appearance
from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.fitted import FittedDialog
from smadmin.ui.labels import PlainLabel
from smadmin.ui.photos.correcting import CorrectionDialog
from smadmin.ui.wording import Wording
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


@pytest.mark.parametrize("groups", [2, 24])
def test_in_large_text_its_fields_scroll_whole_and_its_buttons_stay(
    window: QWidget, qtbot: QtBot, words: Wording, appearance: Appearance, groups: int
) -> None:
    while appearance.text_scale < 2.0:
        appearance.enlarge()
    window.show()
    when = datetime(2026, 11, 23, tzinfo=UTC)
    folder = PhotoSet(
        PhotoSetId("p"), SchoolId("s"), "Book fair", "Ana", RightOfUse.STAFF, "news", ("Group 1",), when
    )
    dialog = CorrectionDialog(folder, [f"Group {number}" for number in range(groups)], words, window)
    dialog.open()

    def crushed() -> list[QWidget]:
        kinds = (QComboBox, QLineEdit, Button)
        found = [one for one in dialog.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
        return [one for one in found if one.height() < one.minimumSizeHint().height()]

    qtbot.waitUntil(lambda: not crushed())
    qtbot.waitUntil(lambda: dialog.middle.verticalScrollBar().maximum() > 0)
    assert dialog.rect().contains(dialog.save.geometry())
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())


def test_a_folder_needs_its_event_also_when_it_is_corrected(studio: Studio) -> None:
    dialog = asked(studio)

    event = dialog.findChild(QLineEdit, "photo-event")
    assert event is not None
    event.clear()

    assert not save_of(dialog).isEnabled()
