"""The weekly page between two windows of two computers that share nothing but the files somebody carries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_forms import SignerDialog
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday
from tests.gui.plan.test_week_signed_elsewhere import opened, told
from tests.gui.sitting import Sitting
from tests.logins import sit_down
from tests.other_computer import ELLEN, NEW, set_up
from tests.road import cover, taken_in
from tests.sample import sit

Windows = tuple[Sitting, PlanScreen, Sitting, PlanScreen]


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Windows]:
    """Maya's window at school, and the principal's at home."""
    del appearance
    maya = Sitting(qtbot, tmp_path / "school", words, "maya-ortega")
    there = set_up(maya.office, tmp_path / "home").office()
    sit_down(there, ELLEN, NEW)
    ellen = Sitting(qtbot, there.grounds.place.store, words, "", office=there)
    maya.take_the_seat("maya-ortega")
    yield maya, at_plan(maya), ellen, at_plan(ellen)
    for one in (maya, ellen):
        one.close()


def at_plan(sitting: Sitting) -> PlanScreen:
    screen = PlanScreen(sitting.around)
    sitting.show(screen)
    screen.tabs.setCurrentIndex(1)
    sitting.settle()
    return screen


def show_a_picture(maya: Sitting, day: date) -> None:
    """Put a photo that two people looked at under a post of that week."""
    office, by = maya.office, maya.actor
    slot = office.plan.week(by, day).slots[0]
    draft = office.posts.create(by, (slot.account,), slot=slot.id, text="The fair opens on Thursday.").value
    with office.desk.look() as unit:
        platform = unit.accounts.get(slot.account).platform
    with office.desk.look(by) as unit:
        sought = tuple(child.id for child in unit.students.all())
    photo = taken_in(office.desk, by, sought=sought)
    image = QImage(60, 40, QImage.Format.Format_RGB888)
    image.fill(QColor("teal"))
    jpeg = QBuffer()
    image.save(jpeg, "JPEG")  # type: ignore[call-overload]  # PySide's own file lacks the buffer
    facts = (office.policy.platforms[platform],)
    office.looks.finish(by, photo, other_things_fine=True)
    cover(office.desk, office.media, by, photo, facts, pixels=[bytes(jpeg.data().data())] * 9)
    office.looks.finish(sit(office, "samuel-okoye").actor, photo, other_things_fine=True)
    sit(office, "maya-ortega")
    draft = office.posts.attach(by, draft, photo, alt="A table with books").value
    office.posts.submit(by, draft.id)


def refusals(plan: PlanScreen) -> list[str]:
    return [one.happened.id for one in plan.banners.models if one.state is State.STOP]


def save(plan: PlanScreen, sitting: Sitting, file: Path) -> None:
    where = opened(plan, sitting, QFileDialog)
    where.fileSelected.emit(str(file))
    where.done(QDialog.DialogCode.Rejected)


def test_the_principal_at_home_reads_strikes_and_signs_and_the_school_takes_the_answer(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    maya, school, ellen, home = windows
    day, asked, answer = monday(school), tmp_path / "asked.smweek", tmp_path / "answer.smweek"
    show_a_picture(maya, day)
    school.weekly.mailing.ask_whom(day)
    whom = opened(school, maya, SignerDialog)
    assert [whom.person.itemText(row) for row in range(whom.person.count())] == [ELLEN]
    assert "Peter Lindgren" in whom.person.accessibleDescription(), "whose only key is on Maya's computer"
    QTest.mouseClick(whom.main, Qt.MouseButton.LeftButton)
    save(school, maya, asked)
    told(school, maya, "weekly.sent")

    home.weekly.mailing.open(asked)
    dialog = opened(home, ellen, WeekDialog)
    assert any("Maya Ortega" in one.whole_text for one in dialog.findChildren(PlainLabel))
    assert "Posts of the week" in dialog.page.toPlainText()
    shown = dialog.page.document().resource(QTextDocument.ResourceType.ImageResource, "picture:0")
    assert isinstance(shown, QImage), "its covered pictures came along"
    assert shown.pixelColor(0, 0).green() > shown.pixelColor(0, 0).red(), "teal"
    QTest.keyClick(dialog.posts, Qt.Key.Key_Space)
    (struck,) = dialog.posts.struck
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    save(home, ellen, answer)
    told(home, ellen, "weekly.answer-saved")
    assert ellen.doors.passphrases == 1
    assert ellen.office.plan.week(ellen.actor, day).seq is None, "it holds where it was asked for"

    school.weekly.mailing.open(answer)
    told(school, maya, "weekly.taken")
    week = maya.office.plan.week(maya.actor, day)
    assert (week.signed_by, [one.id for one in week.struck]) == (ellen.actor.person, [struck])

    school.weekly.mailing.open(answer)
    maya.qtbot.waitUntil(lambda: refusals(school) == ["weeksign.taken-already"], timeout=15_000)
