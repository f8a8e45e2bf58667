"""This week's card: a line each, told apart also where nothing was planned."""

from pytestqt.qtbot import QtBot

from smadmin.domain.accounts import Platform
from smadmin.domain.messages import say
from smadmin.ui.labels import PlainLabel
from smadmin.ui.theme import State
from smadmin.ui.today.model import DayLine
from smadmin.ui.today.weekcard import WeekCard
from smadmin.ui.wording import Wording


def test_a_post_that_was_not_planned_goes_by_its_account(qtbot: QtBot, words: Wording) -> None:
    card = WeekCard(words)
    qtbot.addWidget(card)
    out = say("today.slot-published")
    lines = [
        DayLine(say("today.wd-1"), topic, "@larks", Platform.X, State.FINE, out) for topic in ("Art", "")
    ]

    card.show_week(lines, say("today.week-signed"), plans=True)

    shown = [label for label in card.findChildren(PlainLabel) if label.accessibleName().endswith("@larks")]
    assert [label.whole_text for label in shown] == ["Art", "@larks"]
    assert shown[1].accessibleName().startswith(words.say("today.off-plan"))
