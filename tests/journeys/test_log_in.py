"""A log-in in the real window, with a real keyring: kept, shown for half a minute, copied for less.

What is copied leaves the clipboard after its seconds, at lock and at quit; what somebody copied since stays.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from smadmin.credentials.secrets import KeyringSecrets
from smadmin.services.sample.making import PASSPHRASE
from smadmin.storage.clock import SystemClock
from smadmin.ui.accounts.log_in_page import LogInPage
from smadmin.ui.accounts.log_in_shown import SHOWN_S
from smadmin.ui.accounts.pages import LOG_IN
from smadmin.ui.accounts.screen import AccountsScreen
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.labels import PlainLabel
from smadmin.ui.records.screen import RecordsScreen
from smadmin.ui.rows import RowList
from tests.journeys.roads import AUTHOR, X
from tests.journeys.sitting import Sitting

SECRET, OTHERS = "canary-5e2b larks", "the caption of photo 3"
CLEARED_S = 20
MINUTES_LATER = 6
"""After five the passphrase is too old for a log-in."""
_LEEWAY_S = 8
_PROGRAM = (sys.executable, "-m", "tests.journeys.other_program")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let the computer's clock be further on."""

    def go_on(time: timedelta) -> None:
        now = SystemClock.now
        monkeypatch.setattr(SystemClock, "now", lambda clock: _later(now(clock), time))

    return go_on


def _later(moment: datetime, time: timedelta) -> datetime:
    return moment + time


def test_a_log_in_is_shown_and_copied_after_a_fresh_sign_in_and_goes_by_itself(
    later: Callable[[timedelta], None], seat: Sitting
) -> None:
    hand = seat.hand
    seat.look_around()
    seat.sit(AUTHOR)
    keep(seat)
    assert SECRET not in (in_the_keyring(seat) or SECRET)
    seat.lock()
    assert SECRET not in everything_written(seat)

    seat.sit(AUTHOR)
    seat.arrive("accounts")
    later(timedelta(minutes=MINUTES_LATER))
    page = log_in_page(seat)
    hand.say_press("accountui.show")
    prove_oneself(seat)
    hand.wait("the log-in", lambda: hand.says(SECRET))
    shown_at = monotonic()
    hand.say_press("accountui.copy-password")
    hand.wait("that it is copied", lambda: page.desk.clipboard.holds)
    copied_at = monotonic()
    assert hand.says(hand.said("accountui.copied-password", n=CLEARED_S))
    assert pasted(seat) == SECRET
    assert pasted(seat, "hint") == "secret"

    hand.wait("an empty clipboard", lambda: not page.desk.clipboard.holds)
    assert CLEARED_S <= monotonic() - copied_at + 0.5 < CLEARED_S + _LEEWAY_S
    assert pasted(seat) == ""
    hand.say_press("accountui.copy-password")
    hand.wait("that it is copied", lambda: page.desk.clipboard.holds)
    with another_program_copies(seat, OTHERS):
        hand.wait("the end of half a minute", lambda: not page.card.shown)
        assert SHOWN_S <= monotonic() - shown_at + 1 < SHOWN_S + _LEEWAY_S
        assert SECRET not in everything_written(seat)
        prove_it_is_recorded(seat)
        seat.lock()
        assert pasted(seat) == OTHERS
    copy_again(seat)
    seat.lock()
    assert pasted(seat) == ""
    copy_again(seat)
    seat.close()
    assert pasted(seat) == ""


def keep(seat: Sitting) -> None:
    """Put a log-in into the vault."""
    hand = seat.hand
    seat.go("accounts")
    hand.press_row(seat.shown(AccountsScreen).list, X.name)
    hand.turn_to(hand.said("accountui.page-log-in"))
    hand.say_press("loginui.keep")
    hand.press(hand.said("accountui.password"), QLineEdit)
    hand.write(SECRET)
    hand.key("Return")
    hand.wait("that it is kept", lambda: hand.says(hand.said("accountui.said-kept")))


def copy_again(seat: Sitting) -> None:
    """Sit down and copy the password; other programs have it then."""
    seat.sit(AUTHOR)
    seat.go("accounts")
    page = log_in_page(seat)
    seat.hand.say_press("accountui.copy-password")
    seat.hand.wait("that it is copied", lambda: page.desk.clipboard.holds)
    assert pasted(seat) == SECRET


def log_in_page(seat: Sitting) -> LogInPage:
    seat.quiet()
    page = seat.shown(AccountsScreen).panel.turn_to(LOG_IN)
    assert isinstance(page, LogInPage)
    return page


def prove_oneself(seat: Sitting) -> None:
    """Give the passphrase once more: the one at the door was given too long ago."""
    hand = seat.hand
    hand.wait("the question", lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
    assert not hand.says(SECRET)
    hand.write(PASSPHRASE)
    hand.say_press("session.go-on")
    hand.acts.sign_ins += 1


def prove_it_is_recorded(seat: Sitting) -> None:
    """Find in Records that somebody looked, and that somebody copied."""
    seat.go("records")
    rows = seat.shown(RecordsScreen).side.list
    for act in ("reveal", "copy"):
        said = seat.hand.said(f"recordui.act-{act}", what=f"{X.platform} @{X.handle}")
        seat.hand.wait(said, partial(_stands, rows, said))


def _stands(rows: RowList, said: str) -> bool:
    return any(said in row.spoken for row in rows.rows)


def in_the_keyring(seat: Sitting) -> str | None:
    """Read the item as any program of this login could."""
    account = next(one for one in seat.office.accounts.all() if one.name == X.name)
    ring = KeyringSecrets(seat.office.desk.store.id)
    assert "SecretService" in ring.backend
    return ring.get(f"account/{account.id}")


def everything_written(seat: Sitting) -> str:
    """Give every text in any widget of the window, seen or not."""
    frame = seat.frame
    labels = [f"{one.text()} {one.accessibleName()}" for one in frame.findChildren(PlainLabel)]
    return "\n".join([*labels, *(one.text() for one in frame.findChildren(QLineEdit))])


def pasted(seat: Sitting, what: str = "paste") -> str:
    """Let another program paste, or look at the hint beside it."""
    with subprocess.Popen((*_PROGRAM, what), stdout=subprocess.PIPE, text=True) as other:
        seat.hand.wait("what another program pastes", lambda: other.poll() is not None)
        assert other.stdout is not None
        return other.stdout.read()


@contextmanager
def another_program_copies(seat: Sitting, text: str) -> Iterator[None]:
    """Let another program hold its own text on the clipboard."""
    with subprocess.Popen((*_PROGRAM, "copy"), stdin=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdin is not None
            other.stdin.write(text)
            other.stdin.close()
            seat.hand.wait("the other program's text", lambda: QApplication.clipboard().text() == text)
            yield
        finally:
            other.kill()
