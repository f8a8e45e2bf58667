"""The plan on the sample school: posts are planned in place, with undo, and the principal signs."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from smadmin.domain.records import grouped
from smadmin.ui.buttons import Button
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.conftest import editor, monday, press, slots
from tests.gui.sitting import Sitting


def undo(plan: PlanScreen, sitting: Sitting) -> None:
    plan.banners.actionChosen.emit(plan.banners.models[0])
    sitting.settle()


def plan_a_post(plan: PlanScreen, sitting: Sitting, topic: str) -> None:
    press(plan, f"add:{monday(plan).isoformat()}")
    editor(plan).topic.setText(topic)
    QTest.keyClick(editor(plan).topic, Qt.Key.Key_Return)
    sitting.settle()


def test_a_post_is_planned_with_the_keyboard_and_taken_back(plan: PlanScreen, sitting: Sitting) -> None:
    before = slots(plan, sitting)

    plan_a_post(plan, sitting, "Book club")
    added = slots(plan, sitting)
    undo(plan, sitting)

    assert {slot.topic for slot in added} - {slot.topic for slot in before} == {"Book club"}
    assert plan.days.editor is None
    assert slots(plan, sitting) == before


def test_a_post_without_a_topic_is_refused_where_it_is_typed(plan: PlanScreen, sitting: Sitting) -> None:
    before = slots(plan, sitting)

    plan_a_post(plan, sitting, "  ")

    assert editor(plan)._topic.error == "Say what the post is about."
    assert slots(plan, sitting) == before


def standing(plan: PlanScreen, sitting: Sitting) -> str:
    """Give the name of the widget that has the keyboard once everything is shown."""
    sitting.settle()
    focus = plan.focusWidget()
    return "" if focus is None else focus.objectName()


def test_the_keyboard_stands_on_the_line_that_was_saved(plan: PlanScreen, sitting: Sitting) -> None:
    plan_a_post(plan, sitting, "Book club")
    added = next(one for one in slots(plan, sitting) if one.topic == "Book club")
    first = standing(plan, sitting)
    press(plan, f"pencil:{added.id}")
    editor(plan).topic.setText("Chess club")
    QTest.keyClick(editor(plan).topic, Qt.Key.Key_Return)
    sitting.settle()
    again = standing(plan, sitting)

    assert [first, again] == [f"pencil:{added.id}"] * 2


def test_the_whole_editor_is_scrolled_into_sight(plan: PlanScreen, sitting: Sitting, qtbot: QtBot) -> None:
    plan.resize(1080, 500)
    press(plan, f"add:{(monday(plan) + timedelta(days=6)).isoformat()}")

    def seen() -> bool:
        below = editor(plan).rect().bottomLeft()
        place = editor(plan).mapTo(plan._scroller.viewport(), below)
        return bool(plan._scroller.viewport().rect().contains(place))

    qtbot.waitUntil(seen, timeout=2000)


def test_nothing_can_be_signed_before_the_week_came(sitting: Sitting, qtbot: QtBot) -> None:
    screen = PlanScreen(sitting.around)
    qtbot.addWidget(screen)
    screen.show()

    assert screen.main.isHidden()


def test_escape_leaves_the_editor(plan: PlanScreen) -> None:
    press(plan, f"add:{monday(plan).isoformat()}")

    QTest.keyClick(editor(plan).topic, Qt.Key.Key_Escape)

    assert plan.days.editor is None


def test_a_post_is_moved_to_another_day_and_back(plan: PlanScreen, sitting: Sitting) -> None:
    first = slots(plan, sitting)[0]
    press(plan, f"pencil:{first.id}")
    account_stays = not editor(plan).account.isEnabled()

    editor(plan).day.setCurrentIndex(4)
    editor(plan).save.click()
    sitting.settle()
    moved = next(slot for slot in slots(plan, sitting) if slot.id == first.id)
    undo(plan, sitting)

    assert account_stays
    assert moved.day == monday(plan) + timedelta(days=4)
    assert next(slot for slot in slots(plan, sitting) if slot.id == first.id).day == first.day


def test_a_post_is_taken_out_and_put_back(plan: PlanScreen, sitting: Sitting) -> None:
    first = slots(plan, sitting)[0]

    press(plan, f"x:{first.id}")
    sitting.settle()
    without = [slot.id for slot in slots(plan, sitting)]
    undo(plan, sitting)

    assert first.id not in without
    back = [(slot.account, slot.day, slot.topic) for slot in slots(plan, sitting)]
    assert (first.account, first.day, first.topic) in back


def test_write_it_begins_a_draft_and_then_the_slot_cannot_be_taken_out(
    plan: PlanScreen, sitting: Sitting
) -> None:
    first = slots(plan, sitting)[0]

    press(plan, f"step:{first.id}")
    sitting.settle()
    plan.load()
    sitting.settle()

    draft = sitting.office.posts.mine(sitting.actor)[0]
    assert draft.content.slot == first.id
    assert sitting.doors.opened == [("compose", draft.id)]
    out = next(one for one in plan.findChildren(Button, f"x:{first.id}") if one.isVisible())
    assert not out.isEnabled()
    assert "A post is written for it" in out.toolTip()


def test_who_does_not_sign_hands_the_chair_to_the_principal(plan: PlanScreen, sitting: Sitting) -> None:
    plan_a_post(plan, sitting, "Book club")

    plan.main.click()

    assert plan.main.text() == "Hand over the chair to the principal"
    assert sitting.doors.handed_over == [("plan", monday(plan).isoformat())]


def test_the_principal_signs_and_gets_the_letters(plan: PlanScreen, sitting: Sitting) -> None:
    plan_a_post(plan, sitting, "Book club")
    sitting.take_the_seat("ellen-whitcomb")
    plan.load()
    sitting.settle()
    waiting = plan.signature.title.whole_text

    plan.main.click()
    sitting.settle()

    signature = sitting.office.weeks.week(sitting.actor, monday(plan)).signature
    assert signature is not None
    assert waiting == "This plan waits for your approval"
    assert sitting.doors.passphrases == 1
    assert grouped(signature.letters) in plan.signature.letters.whole_text
    assert plan.signature.title.whole_text.startswith("Approved by Ellen Whitcomb on")
    assert plan.main.isHidden()


def test_what_was_planned_after_the_signature_asks_for_another(plan: PlanScreen, sitting: Sitting) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    sitting.office.plan.sign_week(sitting.actor, monday(plan))
    plan_a_post(plan, sitting, "Book club")

    assert plan.signature.title.whole_text.startswith("Approved by Ellen Whitcomb on")
    assert "waits for a new approval" in plan.signature.note.whole_text
    assert plan.main.isVisible()
    assert plan.main.isEnabled()


def test_a_signature_can_be_taken_back_at_once(plan: PlanScreen, sitting: Sitting) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    plan_a_post(plan, sitting, "Book club")
    plan.main.click()
    sitting.settle()

    undo(plan, sitting)

    assert sitting.office.weeks.week(sitting.actor, monday(plan)).signature is None


def test_an_empty_week_cannot_be_signed_and_says_why(plan: PlanScreen, sitting: Sitting) -> None:
    sitting.take_the_seat("ellen-whitcomb")

    plan.open_subject((monday(plan) + timedelta(weeks=3)).isoformat())
    sitting.settle()

    assert not plan.main.isEnabled()
    assert plan.header.missing == "Nothing is planned in this week."


def test_the_tabs_turn_between_this_week_and_the_next(plan: PlanScreen, sitting: Sitting) -> None:
    following = monday(plan)

    plan.tabs.setCurrentIndex(0)
    sitting.settle()

    assert monday(plan) == following - timedelta(weeks=1)


def test_a_slot_that_somebody_else_changed_is_not_overwritten(plan: PlanScreen, sitting: Sitting) -> None:
    first = slots(plan, sitting)[0]
    press(plan, f"pencil:{first.id}")
    sitting.office.plan.change(sitting.actor, first, day=first.day, topic="Changed elsewhere")

    editor(plan).topic.setText("Mine")
    editor(plan).save.click()
    sitting.settle()

    assert "Changed elsewhere" in [slot.topic for slot in slots(plan, sitting)]
    assert editor(plan)._topic.error != ""


def test_a_week_of_nine_posts_is_one_page(plan: PlanScreen, sitting: Sitting) -> None:
    plan.window().resize(1072, 712)  # what a window of 1280 by 800 leaves a screen
    plan.resize(plan.window().size())
    plan.window().grab()  # lays it out
    area = plan.findChild(QScrollArea, "page")
    assert isinstance(area, QScrollArea)

    last = plan.findChild(Button, f"add:{(monday(plan) + timedelta(days=6)).isoformat()}")

    assert isinstance(last, Button)
    assert len(slots(plan, sitting)) == 9
    assert last.mapTo(area.viewport(), QPoint(0, last.height())).y() <= area.viewport().height()


def test_a_post_that_nobody_planned_is_on_its_day_too(plan: PlanScreen, sitting: Sitting) -> None:
    # Last week: on a Monday nothing has gone out in this one.
    plan.open_subject((monday(plan) - timedelta(days=14)).isoformat())
    sitting.settle()
    sitting.qtbot.waitUntil(lambda: plan.days.whole, timeout=15_000)
    beside = sitting.office.weeks.week(sitting.actor, monday(plan)).off_plan

    said = [one.whole_text for one in plan.days.findChildren(PlainLabel) if one.isVisible()]

    assert said.count("not planned") == len(beside) > 0


def test_the_plan_opens_for_the_principal_at_the_week_that_waits(plan: PlanScreen, sitting: Sitting) -> None:
    plan.tabs.setCurrentIndex(0)
    sitting.settle()
    sitting.take_the_seat("ellen-whitcomb")

    plan.outdated()
    plan.shown()
    sitting.settle()

    this = sitting.office.weeks.week(sitting.actor).monday
    assert monday(plan) == (sitting.office.weeks.waits_for(sitting.actor) or this)


def test_weekdays_stand_whole_also_where_the_systems_font_is_small(
    plan: PlanScreen, sitting: Sitting
) -> None:
    sitting.qtbot.waitUntil(lambda: plan.days.whole, timeout=15_000)
    small = plan.days.font()
    small.setPixelSize(9)
    plan.days.setFont(small)
    plan.resize(plan.width() + 40, plan.height())

    def cut() -> list[str]:
        labels = [one for one in plan.days.findChildren(PlainLabel) if one.isVisible()]
        named = [one for one in labels if one.whole_text.endswith("day") or ", 2026" in one.whole_text]
        return [one.text() for one in named if one.text() != one.whole_text]

    sitting.qtbot.waitUntil(lambda: not cut(), timeout=5_000)
