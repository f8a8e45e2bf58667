"""A week is approved as it was seen: what another seat planned meanwhile is shown first."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_read import WeekDialog
from smadmin.ui.wording import Wording
from tests.gui.plan.conftest import monday
from tests.gui.plan.test_weekly_page import plan_of, read, told
from tests.gui.sitting import Sitting
from tests.sample import sit

TOPIC = "Chess club at the town library"


@pytest.fixture
def principal(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path, words, "ellen-whitcomb")
    yield somebody
    somebody.close()


def planned_meanwhile(sitting: Sitting, day: date) -> None:
    """Let another seat plan a post for the last day of a week."""
    maya = sit(sitting.office, "maya-ortega").actor
    account = next(one.account.id for one in sitting.office.weeks.week(maya, day).accounts if one.plans)
    sitting.office.plan.add(maya, account, day + timedelta(days=6), TOPIC)
    sitting.take_the_seat("ellen-whitcomb")


def shown(plan: PlanScreen) -> set[str]:
    return (
        set() if plan._model is None else {line.slot.topic for day in plan._model.days for line in day.slots}
    )


@pytest.mark.parametrize("reads", [True, False])
def test_what_another_seat_planned_since_is_shown_before_it_is_approved(
    principal: Sitting, reads: bool
) -> None:
    plan = plan_of(principal)
    day, office = monday(plan), principal.office
    before = office.plan.week(principal.actor, day).seq
    dialog = read(plan, principal) if reads else None
    planned_meanwhile(principal, day)
    assert TOPIC not in shown(plan)

    if dialog is None:
        plan.main.click()
    else:
        QTest.keyClick(dialog.main, Qt.Key.Key_Space)
    told(plan, principal, "plan.changed-meanwhile")

    assert office.plan.week(principal.actor, day).seq == before, "nothing is approved unseen"
    principal.qtbot.waitUntil(lambda: TOPIC in shown(plan), timeout=15_000)
    plan.main.click()
    principal.qtbot.waitUntil(lambda: plan._model is not None and plan._model.all_signed, timeout=15_000)
    assert TOPIC in {one.topic for one in office.plan.week(principal.actor, day).signed}


def test_a_page_that_is_read_after_the_plan_changed_is_told_of_before_anybody_reads(
    principal: Sitting,
) -> None:
    plan = plan_of(principal)
    planned_meanwhile(principal, monday(plan))

    QTest.mouseClick(plan.weekly.read, Qt.MouseButton.LeftButton)
    told(plan, principal, "plan.changed-meanwhile")
    principal.qtbot.waitUntil(lambda: TOPIC in shown(plan), timeout=15_000)

    assert not plan.findChildren(WeekDialog)
    assert read(plan, principal).posts.count() > 0
