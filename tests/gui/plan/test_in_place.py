"""Planning on the week's page: a time of the day, undo that gives the same post back, what was signed."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from smadmin.domain.plan import Slot
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.conftest import editor, monday, press, slots
from tests.gui.sitting import Sitting


def undo(plan: PlanScreen, sitting: Sitting) -> None:
    plan.banners.actionChosen.emit(plan.banners.models[0])
    sitting.settle()


def removable(plan: PlanScreen, sitting: Sitting) -> Slot:
    """A post that this person may take out."""
    assert plan._model is not None
    lines = [line for day in plan._model.days for line in day.slots if line.changes and line.fixed is None]
    del sitting
    return lines[0].slot


def seen(plan: PlanScreen) -> list[str]:
    return [one.whole_text for one in plan.findChildren(PlainLabel) if one.isVisible()]


def test_a_post_is_planned_at_a_time_by_keys_and_the_time_is_shown_and_changed(
    plan: PlanScreen, sitting: Sitting
) -> None:
    press(plan, f"add:{monday(plan).isoformat()}")
    editor(plan).topic.setText("Book club")
    editor(plan).timed.setFocus()
    QTest.keyClick(editor(plan).timed, Qt.Key.Key_Space)
    editor(plan).at.setFocus()
    QTest.keyClicks(editor(plan).at, "3:30p")
    QTest.keyClick(editor(plan).topic, Qt.Key.Key_Return)
    sitting.settle()
    (made,) = (one for one in slots(plan, sitting) if one.topic == "Book club")
    told = [said for said in seen(plan) if "Book club" in said]

    press(plan, f"pencil:{made.id}")
    known = (editor(plan).timed.isChecked(), editor(plan).at.entered)
    editor(plan).timed.setChecked(False)
    editor(plan).save.click()
    sitting.settle()
    (changed,) = (one for one in slots(plan, sitting) if one.topic == "Book club")
    undo(plan, sitting)
    (back,) = (one for one in slots(plan, sitting) if one.topic == "Book club")

    assert made.at == time(15, 30)
    assert any("3:30" in said for said in told)
    assert known == (True, "15:30")
    assert (changed.id, changed.at) == (made.id, None)
    assert (back.id, back.at) == (made.id, time(15, 30))


def test_a_post_that_was_taken_out_comes_back_as_the_same_one(plan: PlanScreen, sitting: Sitting) -> None:
    before = removable(plan, sitting)
    press(plan, f"x:{before.id}")
    sitting.settle()
    gone = slots(plan, sitting)

    undo(plan, sitting)

    (back,) = (one for one in slots(plan, sitting) if one.id == before.id)
    assert before.id not in {one.id for one in gone}
    assert replace(back, version=before.version) == before


def test_a_signature_still_covers_what_was_taken_out_and_brought_back(
    plan: PlanScreen, sitting: Sitting
) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    plan.load()
    sitting.settle()
    plan.main.click()
    sitting.settle()
    assert plan._model is not None
    signed = plan._model.monday
    one = removable(plan, sitting)

    press(plan, f"x:{one.id}")
    sitting.settle()
    left = seen(plan)
    undo(plan, sitting)
    again = seen(plan)

    view = sitting.office.weeks.week(sitting.actor, signed)
    assert any(said.startswith(f"Approved and taken out since: {one.topic}") for said in left)
    assert not any(said.startswith("Approved and taken out since") for said in again)
    assert view.unsigned == frozenset()
    assert view.signed_as == {}


def test_a_signed_post_that_was_moved_says_for_which_day_it_was_signed(
    plan: PlanScreen, sitting: Sitting
) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    plan.load()
    sitting.settle()
    plan.main.click()
    sitting.settle()
    one = removable(plan, sitting)

    press(plan, f"pencil:{one.id}")
    other = next(
        n for n in range(editor(plan).day.count()) if editor(plan).day.itemData(n) != one.day.isoformat()
    )
    editor(plan).day.setCurrentIndex(other)
    editor(plan).save.click()
    sitting.settle()

    assert plan._model is not None
    (line,) = (line for day in plan._model.days for line in day.slots if line.slot.id == one.id)
    assert line.was is not None
    said = sitting.around.words(line.was)
    sitting.qtbot.waitUntil(lambda: said in seen(plan))
    plan.resize(1072, 712)
    sitting.qtbot.wait(50)
    area = plan.findChild(QScrollArea, "page")
    assert isinstance(area, QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
