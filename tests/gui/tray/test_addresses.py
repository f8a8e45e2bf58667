"""An address that is still to be confirmed is called for before the school day ends, and the next day."""

from datetime import date, timedelta

from smadmin.app.reminding import place_of
from tests.gui.tray.watched import WEDNESDAY, Watch


def test_it_is_called_for_once_and_once_the_next_day(watch: Watch) -> None:
    tray = watch("en")
    tray.quiet, tray.handed_out = {}, WEDNESDAY
    tray.prefs.tell_on(date(2026, 11, 18))
    tray.look()
    assert tray.notifier.shown == []

    tray.now = WEDNESDAY + timedelta(hours=5, minutes=5)
    tray.wake()
    tray.look()
    title, remind = (
        "A post's address is still to be confirmed",
        "confirm the address before the school day ends.",
    )
    assert tray.notifier.shown == [(title, f"X @larks: {remind}", "publish:post")]

    tray.now = WEDNESDAY + timedelta(hours=17)  # at night nobody is called
    tray.wake()
    assert len(tray.notifier.shown) == 1
    tray.now = WEDNESDAY + timedelta(days=1)
    tray.wake()
    tray.look()
    assert [body for _, body, _ in tray.notifier.shown[1:]] == ["X @larks: overdue since Nov 18, 2026."]


def test_it_leads_to_the_post() -> None:
    assert place_of("publish:post") == ("publish", "post")
    assert place_of("account:one") == ("today", "account:one")
