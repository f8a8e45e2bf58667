"""The form of a new school before anybody has touched it."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from smadmin.ui.appearance import Appearance
from smadmin.ui.founding.model import ZONES
from smadmin.ui.founding.setup import SetUpScreen
from smadmin.ui.wording import Wording


def test_no_district_is_chosen_beforehand_and_the_date_is_shown(
    words: Wording, qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    times = [datetime(2036, 11, 22, 18, tzinfo=UTC)]
    districts = (("some", "Some district"), ("other", "Another one"))
    screen = SetUpScreen(words, policies=districts, now=lambda: times[-1])
    qtbot.addWidget(screen)
    assert "2036" in screen.today.text()

    times.append(datetime(2026, 11, 22, 18, tzinfo=UTC))
    screen.shown()

    assert "Nov 22, 2026" in screen.today.text()
    assert screen._policy.count() == 2
    assert screen.form.policy == ""
    assert "policy" in {reason.place for reason in screen.form.missing(frozenset(ZONES))}


def test_the_time_is_the_one_on_the_schools_wall(
    words: Wording, qtbot: QtBot, appearance: Appearance
) -> None:
    """Who is asked whether the clock is right compares it with the one on the wall."""
    del appearance
    screen = SetUpScreen(words, policies=(), now=lambda: datetime(2026, 11, 23, 11, 36, tzinfo=UTC))
    qtbot.addWidget(screen)

    screen._zone.setCurrentIndex(screen._zone.findData("America/Chicago"))
    assert "5:36" in screen.today.text()
    screen._zone.setCurrentIndex(screen._zone.findData("America/New_York"))
    assert "6:36" in screen.today.text()
