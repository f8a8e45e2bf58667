"""The planning meeting on the Plan screen: set, held, and refused at its field."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from smadmin.ui.plan.meeting import MeetingDialog
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.sitting import Sitting


def test_the_meeting_is_set_shown_and_held_with_one_press(plan: PlanScreen, sitting: Sitting) -> None:
    assert plan.meeting.isVisible()
    QTest.mouseClick(plan.meeting.change, Qt.MouseButton.LeftButton)
    (dialog,) = plan.findChildren(MeetingDialog)
    dialog.every.setValue(2)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    sitting.settle()
    assert "Next planning meeting: " in plan.meeting.said.text()

    QTest.mouseClick(plan.meeting.held, Qt.MouseButton.LeftButton)
    sitting.settle()

    view = sitting.office.meetings.view(sitting.actor)
    assert view.meeting is not None
    assert (view.meeting.every, view.held) == (2, view.today)
    assert not plan.meeting.held.isVisible()


def test_a_meeting_on_a_day_that_is_over_is_refused_at_its_field(plan: PlanScreen, sitting: Sitting) -> None:
    QTest.mouseClick(plan.meeting.change, Qt.MouseButton.LeftButton)
    (dialog,) = plan.findChildren(MeetingDialog)
    today = sitting.office.meetings.view(sitting.actor).today
    dialog.first.show_day(today - timedelta(days=1))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    sitting.settle()

    assert dialog.isVisible()
    assert dialog.places["first"].error == "This day is over."
    assert sitting.office.meetings.view(sitting.actor).meeting is None

    dialog.first.show_day(today)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.office.meetings.view(sitting.actor).meeting is not None


def test_a_meetings_file_isnt_asked_for_before_there_is_a_meeting(plan: PlanScreen, sitting: Sitting) -> None:
    wanted = sitting.around.words.say("weekly.save-meeting")
    save = next(do for said, do in plan.weekly.deeds() if said == wanted)

    save()
    sitting.settle()

    assert not plan.findChildren(QFileDialog), "nothing is asked that leads nowhere"
    assert [one.happened.id for one in plan.banners.models] == ["meetings.none-set"]


def test_the_words_above_each_field_are_seen_whole(plan: PlanScreen) -> None:
    QTest.mouseClick(plan.meeting.change, Qt.MouseButton.LeftButton)
    (dialog,) = plan.findChildren(MeetingDialog)

    fields = dialog.places.values()
    assert all(one.label.height() >= one.label.heightForWidth(one.label.width()) for one in fields)
    tops = {one.control.mapTo(dialog, one.control.rect().topLeft()).y() for one in fields}
    assert len(tops) == 1, "side by side"
