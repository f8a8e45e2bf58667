"""Another account was logged in: that is said at once, whatever the hour, and once."""

from datetime import timedelta

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.warned import WrongAccount
from tests.gui.tray.watched import WEDNESDAY, Watch

WRONG = WrongAccount(AccountId("fb"), "Facebook @larks", 41)
NIGHT = WEDNESDAY + timedelta(hours=17)
"""Two in the morning in Denver, on Thursday."""


def test_it_comes_at_night_once_and_its_press_leads_to_the_account(watch: Watch) -> None:
    tray = watch("en")
    tray.quiet, tray.now, tray.wrong = {}, NIGHT, (WRONG,)
    tray.look()
    tray.look()

    assert tray.notifier.shown == [
        (
            "Another account was logged in: nothing goes out",
            "Facebook @larks: find out whose account that was",
            "account:fb",
        )
    ]
    assert tray.notifier.urgent == [True]
    tray.notifier.press()
    assert tray.opened == ["account:fb"]
    assert "Another account was logged in" in tray.tray.icon.toolTip()
    assert tray.lines()[1] == "Facebook @larks: find out whose account that was"


def test_a_further_report_calls_again_and_one_that_is_settled_does_not(watch: Watch) -> None:
    tray = watch("en")
    tray.quiet, tray.now, tray.wrong = {}, NIGHT, (WRONG,)
    tray.look()
    tray.wrong = ()
    tray.look()
    tray.wrong = (WrongAccount(WRONG.id, WRONG.label, 57),)
    tray.look()

    assert len(tray.notifier.shown) == 2


def test_it_takes_nothing_from_the_days_message(watch: Watch) -> None:
    tray = watch("es")
    tray.quiet, tray.wrong = {Platform.X: 11}, (WRONG,)
    tray.look()

    assert tray.notifier.urgent == [False, True]
    assert "averigüe" in tray.notifier.shown[1][1]
