"""The topics of an account's strategy are offered where a post is planned, and never have to be taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.domain.strategies import Strategy, Topic, TopicUse
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.conftest import editor, monday, press, slots
from tests.gui.sitting import Sitting


def written(sitting: Sitting, *topics: Topic) -> None:
    """Write every account's strategy, as its administrator."""
    by = sitting.actor
    assert by.person is not None
    strategy = Strategy("Families know", "Families", topics, by.person, 30)
    for one in sitting.office.accounts.all():
        sitting.office.strategies.write(by, one.id, strategy)


@pytest.mark.demand("BAL-D3")
@pytest.mark.demand("BLO-IV-B2")
def test_a_post_is_planned_under_a_topic_of_the_strategy(plan: PlanScreen, sitting: Sitting) -> None:
    written(sitting, Topic("Sports", 50), Topic("Music", 30))

    press(plan, f"add:{monday(plan).isoformat()}")
    sitting.settle()
    form = editor(plan)
    assert form.hints.names.stringList() == ["Sports", "Music"]
    QTest.keyClicks(form.topic, "mus")
    completer, listed = form.topic.completer(), form.topic.completer().popup()
    assert (completer.completionCount(), listed is None) == (1, False)
    completer.activated.emit(completer.currentCompletion())
    if listed is not None:
        listed.hide()
    QTest.keyClick(form.topic, Qt.Key.Key_Return)
    sitting.settle()

    assert "Music" in [one.topic for one in slots(plan, sitting)]


@pytest.mark.demand("BAL-D3")
def test_neglected_topics_stand_first_and_are_said_while_their_account_is_chosen(
    plan: PlanScreen, sitting: Sitting
) -> None:
    press(plan, f"add:{monday(plan).isoformat()}")
    sitting.settle()
    form = editor(plan)
    chosen = form.account.currentData()
    uses = (TopicUse(Topic("Sports", 50), 9, 90, False), TopicUse(Topic("Music", 30), 1, 10, True))

    form.hints.offer({chosen: uses})

    assert form.hints.names.stringList() == ["Music", "Sports"]
    assert "Neglected lately: Music" in said(form.findChildren(PlainLabel))
    assert form.topic.accessibleDescription() == "Neglected lately: Music"
    form.account.setCurrentIndex(1)
    assert form.hints.names.stringList() == []
    assert "Neglected lately: Music" not in said(form.findChildren(PlainLabel))


def said(labels: list[PlainLabel]) -> list[str]:
    return [one.whole_text for one in labels]
