"""The icon and its menu, what watches, and what both do with a clock that a test moves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.ui.tray.watch import LONGEST_WAIT, LOOKED_ANEW
from tests.gui.tray.watched import WEDNESDAY, Watch


def test_the_message_comes_once_and_its_press_leads_to_the_longest_silent_account(watch: Watch) -> None:
    tray = watch(quiet={Platform.X: 11, Platform.FACEBOOK: 30, Platform.INSTAGRAM: 2})

    tray.look()
    tray.look()

    assert len(tray.notifier.shown) == 1
    title, body, _ = tray.notifier.shown[0]
    assert title == "2 accounts need a post"
    assert body.splitlines()[0].startswith("Facebook @facebook: ")
    tray.notifier.press()
    assert tray.opened == ["account:account-facebook"]


@pytest.mark.parametrize(
    ("hour_utc", "day", "comes"),
    [(15, 18, False), (16, 18, True), (2, 19, False), (16, 21, False), (16, 23, True)],
)
def test_before_the_chosen_time_in_quiet_hours_and_at_weekends_none_comes(
    watch: Watch, hour_utc: int, day: int, comes: bool
) -> None:
    tray = watch(now=datetime(2026, 11, day, hour_utc, 0, tzinfo=UTC))

    tray.look()

    assert bool(tray.notifier.shown) is comes


def test_the_store_is_opened_when_the_time_has_come_and_not_before(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1))
    tray.look()

    for _ in range(5):
        tray.now += timedelta(minutes=5)
        tray.wake()
    assert (tray.looks, tray.notifier.shown) == (1, [])
    assert timedelta() < tray.watching.wait <= timedelta(minutes=5)

    tray.now = WEDNESDAY
    tray.wake()
    assert (tray.looks, len(tray.notifier.shown)) == (2, 1)
    assert tray.watching.wait == LONGEST_WAIT
    tray.now += LOOKED_ANEW
    tray.wake()
    assert (tray.looks, len(tray.notifier.shown)) == (3, 1)


def test_a_store_that_cant_be_read_now_is_tried_again_and_costs_no_message(watch: Watch) -> None:
    tray = watch(broken=True)
    tray.watching.look()
    tray.qtbot.waitUntil(lambda: tray.looks == 1 and not tray.watching._looking)
    assert tray.lines()[1].startswith("smadmin can't read the school's data now")

    tray.broken = False
    tray.wake()

    assert len(tray.notifier.shown) == 1


def test_a_change_of_the_store_is_looked_at(watch: Watch, tmp_path: Path) -> None:
    tray = watch()
    tray.watching._settled.setInterval(0)
    store = tmp_path / "store"
    store.write_bytes(b"1")
    with tray.qtbot.waitSignal(tray.watching.seen):
        tray.watching.begin(store)

    with tray.qtbot.waitSignal(tray.watching.seen):
        store.write_bytes(b"22")

    assert tray.looks == 2


def test_the_menu_shows_three_says_how_many_more_and_leads_on(watch: Watch) -> None:
    platforms = (Platform.X, Platform.FACEBOOK, Platform.INSTAGRAM, Platform.MASTODON, Platform.BLUESKY)
    tray = watch(quiet={one: 15 + place for place, one in enumerate(platforms)})
    stop, child = "Stop everything that goes out…", "A child's picture or data is out…"
    assert tray.lines() == [
        *("Open smadmin", "smadmin is looking", stop, child),
        *("Quiet until tomorrow", "Stop watching"),
    ]

    tray.look()

    assert len([one for one in tray.lines() if "@" in one]) == 3
    assert "and 2 more accounts" in tray.lines()
    assert tray.notifier.shown[0][1].endswith("and 2 more accounts")
    tray.action("Go to the next step", within="Bluesky").trigger()
    tray.action("Open smadmin").trigger()
    tray.action(stop).trigger()
    tray.action(child).trigger()
    assert tray.opened == ["account:account-bluesky", "", "stop-everything", "child-out"]
    assert tray.tray.icon.toolTip() == "Lincoln Elementary: 5 accounts need a post"


def test_quiet_until_tomorrow_is_ticked_and_taken_back(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1))
    tray.look()

    tray.action("Quiet").trigger()

    assert tray.action("Quiet").isChecked()
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []
    tray.action("Quiet").trigger()
    tray.wake()
    assert len(tray.notifier.shown) == 1


def test_a_snoozed_account_leaves_menu_and_message_up_to_its_day(watch: Watch) -> None:
    tray = watch(now=WEDNESDAY - timedelta(hours=1), quiet={Platform.X: 15})
    tray.look()

    tray.action("Nov 25, 2026", within="@x").trigger()

    assert tray.lines()[1] == "Lincoln Elementary: no account needs a post"
    tray.now = WEDNESDAY
    tray.look()
    assert tray.notifier.shown == []
    tray.now = WEDNESDAY + timedelta(days=7)
    tray.look()
    assert tray.notifier.shown == []
    tray.now = WEDNESDAY + timedelta(days=8)
    tray.look()
    assert len(tray.notifier.shown) == 1


def test_everything_is_said_in_spanish_too(watch: Watch) -> None:
    tray = watch("es", quiet={Platform.X: 15})
    tray.look()

    assert tray.lines()[0] == "Abrir smadmin"
    assert tray.notifier.shown[0][0] == "1 cuenta necesita una publicación"
