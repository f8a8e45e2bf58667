"""The plan of the sample school's next week, open before its author; and what tests do with it."""

from datetime import date

import pytest

from smadmin.domain.plan import Slot
from smadmin.ui.buttons import Button
from smadmin.ui.plan.editor import SlotEditor
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.at_calendar import AtCalendar, a_wednesday, plan_account
from tests.gui.sitting import Sitting


@pytest.fixture
def plan(sitting: Sitting) -> PlanScreen:
    screen = PlanScreen(sitting.around)
    sitting.show(screen)
    screen.tabs.setCurrentIndex(1)
    sitting.settle()
    return screen


def monday(plan: PlanScreen) -> date:
    assert plan._model is not None
    return plan._model.monday


def slots(plan: PlanScreen, sitting: Sitting) -> list[Slot]:
    return [one.slot for one in sitting.office.weeks.week(sitting.actor, monday(plan)).slots]


def press(plan: PlanScreen, name: str) -> None:
    """Press the button of this name that is seen."""
    found = [button for button in plan.findChildren(Button, name) if button.isVisible()]
    assert found, name
    found[0].click()


def editor(plan: PlanScreen) -> SlotEditor:
    assert plan.days.editor is not None
    return plan.days.editor


@pytest.fixture
def at(plan: PlanScreen, sitting: Sitting) -> AtCalendar:
    sitting.office.plan.add(sitting.actor, plan_account(sitting), a_wednesday(plan), "Chess club")
    return AtCalendar(plan, sitting)
