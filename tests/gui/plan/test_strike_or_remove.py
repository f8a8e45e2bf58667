"""Where a post can be struck and taken out of the plan, the week says which is which."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.wording import Wording
from tests.gui.sitting import Sitting

NOTE = "The bin takes it out of the plan."


@pytest.fixture
def principal(qtbot: QtBot, tmp_path: Path, words: Wording, appearance: Appearance) -> Iterator[Sitting]:
    del appearance
    somebody = Sitting(qtbot, tmp_path / "school", words, "ellen-whitcomb")
    yield somebody
    somebody.close()


def notes(plan: PlanScreen) -> int:
    return sum(NOTE in one.whole_text for one in plan.days.findChildren(PlainLabel) if one.isVisible())


def test_the_principal_reads_once_what_strike_and_the_bin_do(principal: Sitting) -> None:
    plan = PlanScreen(principal.around)
    principal.show(plan)
    principal.settle()
    plan.open_subject(principal.office.weeks.waits_for(principal.actor).isoformat())  # type: ignore[union-attr]  # one waits
    principal.settle()

    assert notes(plan) == 1


def test_who_strikes_nothing_reads_nothing_of_it(plan: PlanScreen) -> None:
    assert notes(plan) == 0
