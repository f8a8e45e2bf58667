"""What comes round with the years, in the icon's menu and the day's one message."""

from datetime import date, timedelta

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import AccountId
from smadmin.domain.yearly import Stage
from smadmin.domain.yearly_tasks import YearlyKind, YearlyTask
from tests.gui.tray.watched import WEDNESDAY, Watch

NOVEMBER = date(2026, 11, 2)
LOG_IN = YearlyTask(YearlyKind.LOG_IN, 1, NOVEMBER, Stage.DUE, AccountId("x"), "X @lincoln")
LIST = YearlyTask(YearlyKind.REVIEWERS, 1, date(2026, 12, 11), Stage.SOON)


@pytest.mark.demand("BAL-B1b4")
def test_what_is_yearly_comes_in_the_days_one_message_and_leads_to_its_screen(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 2}, yearly=(LOG_IN, LIST))

    tray.look()
    tray.look()

    assert len(tray.notifier.shown) == 1
    title, body, _ = tray.notifier.shown[0]
    assert title == "1 yearly thing is due"
    assert body.splitlines() == [
        "X @lincoln: say whether the log-in still works (due Nov 2, 2026)",
        "Counted while nobody is signed in. Today checks it for certain.",
    ]
    tray.notifier.press()
    tray.action("Go to the next step", within="list of reviewers").trigger()
    assert tray.opened == ["log-in:x", "reviewers"]
    assert tray.tray.icon.toolTip() == "Lincoln Elementary: 1 yearly thing is due"


def test_accounts_come_first_in_the_message_and_both_stand_in_it(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 11}, yearly=(LOG_IN,))

    tray.look()

    ((title, body, subject),) = tray.notifier.shown
    assert (title, subject) == ("1 account needs a post", "account:account-x")
    assert [line.split(":")[0] for line in body.splitlines()[:2]] == ["X @x", "X @lincoln"]


def test_what_is_only_soon_due_stands_in_the_menu_and_calls_nobody(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 2}, yearly=(LIST,))

    tray.look()

    assert tray.notifier.shown == []
    assert "The list of reviewers holds until Dec 11, 2026: sign the next one" in tray.lines()
    assert "Counted while nobody is signed in. Today checks it for certain." in tray.lines()


def test_what_is_yearly_is_snoozed_together(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1), quiet={Platform.X: 2}, yearly=(LOG_IN, LIST))
    tray.look()

    tray.action("Nov 25, 2026", within="@lincoln").trigger()

    assert tray.lines()[1] == "Lincoln Elementary: no account needs a post"
    assert not any("reviewers" in one for one in tray.lines())
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []


def test_every_yearly_kind_has_its_words(watch: Watch) -> None:
    kinds = tuple(YearlyTask(kind, n, NOVEMBER, Stage.DUE) for kind in YearlyKind for n in (1, 2))
    named = tuple(
        YearlyTask(kind, 1, NOVEMBER, Stage.DUE, AccountId("x"), "X @lincoln")
        for kind in (YearlyKind.LOG_IN, YearlyKind.AGED, YearlyKind.HOLDERS)
    )
    for language in ("en", "es"):
        tray = watch(language, yearly=(*kinds, *named))
        tray.look()
        assert not any("warnings." in one for one in (*tray.lines(), tray.notifier.shown[0][1]))
