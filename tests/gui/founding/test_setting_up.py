"""The form of a new school before anybody has touched it."""

from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.founding.model import ZONES
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.wording import Wording


def test_no_district_is_chosen_beforehand(words: Wording, qtbot: QtBot, appearance: Appearance) -> None:
    del appearance
    screen = SetUpScreen(words, policies=(("some", "Some district"), ("other", "Another one")))
    qtbot.addWidget(screen)

    assert screen._policy.count() == 2
    assert screen.form.policy == ""
    assert "policy" in {reason.place for reason in screen.form.missing(frozenset(ZONES))}
