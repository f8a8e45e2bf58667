"""The plan when somebody else sits down, and its form's room."""

from smadmin.ui.buttons import Button
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.conftest import editor, press, slots
from tests.gui.sitting import Sitting


def test_what_somebody_did_isnt_undone_by_whoever_sits_down_next(plan: PlanScreen, sitting: Sitting) -> None:
    before = slots(plan, sitting)
    press(plan, f"x:{next(one.id for one in before)}")
    sitting.settle()
    sitting.settle()
    assert plan.banners.models

    plan.settle()

    assert not plan.banners.models
    assert plan.banners._undo is None


def test_the_topic_has_room_in_a_narrow_plan(plan: PlanScreen, sitting: Sitting) -> None:
    plan.resize(820, 700)
    add = [one for one in plan.findChildren(Button) if one.accessibleName() == "Plan a post"]
    next(one for one in add if one.isVisible()).click()
    sitting.settle()
    sitting.qtbot.wait(20)

    topic = editor(plan).topic
    assert topic.width() >= 20 * topic.fontMetrics().averageCharWidth()
    assert topic.width() >= editor(plan).account.width() // 2
