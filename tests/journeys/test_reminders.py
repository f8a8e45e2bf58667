"""The tray's process, a real notification daemon on the session's bus, and the window that a press opens."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.credentials import Credential
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.school_days import CalendarDays, DaysKind
from smadmin.services.wrong_identity import WrongIdentities
from smadmin.storage.clock import SystemClock
from smadmin.storage.store import Store, only_school
from tests.journeys.test_outside import SETTLES_S, keys, see
from tests.school import TinySchool, make_school

PATIENCE_S = 40.0
HANDLE = "lincoln_es"


@dataclass
class Desktop:
    """A desktop that shows messages; every one that was shown is kept in its history."""

    def displayed(self) -> int:
        return int(_dunst("count", "displayed"))

    def shown(self) -> list[tuple[str, str]]:
        """Close what is shown and give all that ever was: titles and bodies."""
        _dunst("close-all")
        history = json.loads(_dunst("history"))
        return [(one["summary"]["data"], one["body"]["data"]) for one in history["data"][0]]

    def press(self) -> None:
        """Press the message's own action."""
        _dunst("action")


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    if not shutil.which("dunst"):
        pytest.skip("dunst is missing: apt-get install dunst")
    with subprocess.Popen(["dunst"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as daemon:
        try:
            wait(_there)  # asked sooner, dunstctl would start another one
            yield Desktop()
        finally:
            daemon.terminate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A school of one's own with an account that has been silent for a month; today it is open."""
    folder = tmp_path / "data"
    silent_school(folder).store.close()
    # Whatever the time of day is where the test runs, the day's message may come.
    (folder / "window.ini").write_text(
        "[warnings]\nwatch=on\nat=00:00\nquiet_from=00:00\nquiet_until=00:00\n", "utf-8"
    )
    return folder


def silent_school(folder: Path) -> TinySchool:
    """Found it, with one account."""
    school = make_school(folder, sample=False)
    today = SystemClock().now().date()
    with school.desk.deed(school.by("ana")) as deed:
        made = Account(
            AccountId(school.desk.ids.new()),
            school.id,
            Platform.X,
            "Lincoln Elementary",
            HANDLE,
            "https://x.com/lincoln_es",
            AccountStage.LIVE,
            live_since=today - timedelta(days=30),
        )
        deed.unit.accounts.add(made)
        days = CalendarDays("open", school.id, DaysKind.OPEN, today - timedelta(2), today + timedelta(2))
        deed.unit.calendar_days.add(days)
    return school


@pytest.fixture
def tray(folder: Path, desktop: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    del desktop
    with watched(folder) as running:
        yield running


@contextmanager
def watched(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run the icon on a folder; whatever it opened ends with it."""
    command = [sys.executable, "-m", "smadmin", f"--data={folder}", "--tray"]
    with subprocess.Popen(command) as running:
        try:
            yield running
        finally:
            running.kill()
            for process in of_folder(folder):
                os.kill(process, 15)
            wait(lambda: not of_folder(folder))


@pytest.mark.demand("BAL-B1e1")
def test_a_closed_window_reminds_through_the_desktop_and_a_press_opens_the_window_there(
    tray: subprocess.Popen[bytes], desktop: Desktop, folder: Path
) -> None:
    wait(lambda: desktop.displayed() == 1)
    assert tray.poll() is None

    desktop.press()

    assert tray.wait(PATIENCE_S) == 0, "the icon makes room for the window"
    wait(lambda: any("--at=account:" in line for line in lines_of(folder)))
    told = desktop.shown()
    assert [title for title, _ in told] == ["1 account needs a post"]
    assert f"X @{HANDLE}" in told[0][1]
    assert "abandoned" in told[0][1].casefold() or "silent" in told[0][1].casefold()


@pytest.mark.demand("BAL-B1b4")
def test_a_log_in_that_nobody_confirmed_for_a_year_is_named_and_a_press_opens_its_account(
    desktop: Desktop, folder: Path
) -> None:
    account = confirmed_long_ago(folder)

    with watched(folder) as tray:
        wait(lambda: desktop.displayed() == 1)
        desktop.press()

        assert tray.wait(PATIENCE_S) == 0
        wait(lambda: any(f"--at=log-in:{account}" in line for line in lines_of(folder)))
        ((title, body),) = desktop.shown()
    assert title == "1 yearly thing is due"
    assert f"X @{HANDLE}: say whether the log-in still works" in body
    assert body.endswith("Today checks it for certain.")


def confirmed_long_ago(folder: Path) -> AccountId:
    """Have a log-in there that was typed 400 days ago, on an account that began today; nobody sits here."""
    (folder / "identities.json").unlink()
    store, now = Store.open(folder), SystemClock().now()
    with store.deed(only_school(store)) as unit:
        (account,) = unit.accounts.all()
        unit.accounts.change(replace(account, live_since=now.date()))
        typed = now - timedelta(days=400)
        log_in = Credential(account.id, unit.school, "", "", (), now, PersonId(""), 1, typed_at=typed)
        unit.credentials.add(log_in)
    store.close()
    return account.id


@pytest.mark.demand("BAL-B1g1")
def test_another_account_that_was_logged_in_is_said_at_once_in_the_midst_of_quiet_hours(
    desktop: Desktop, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    school = silent_school(folder)
    (folder / "window.ini").write_text(
        "[warnings]\nwatch=on\nat=00:00\nquiet_from=00:00\nquiet_until=23:59\n", "utf-8"
    )
    with school.desk.look() as unit:
        (account,) = unit.accounts.all()
    school.rest()

    with watched(folder) as tray:
        wait(lambda: bool(lines_of(folder)))
        WrongIdentities(school.desk).report(school.by("bo"), account.id, "@bo_at_home")
        school.rest()
        wait(lambda: desktop.displayed() == 1)
        desktop.press()

        assert tray.wait(PATIENCE_S) == 0
        wait(lambda: any(f"--at=account:{account.id}" in line for line in lines_of(folder)))
    ((title, body),) = desktop.shown()
    assert title == "Another account was logged in: nothing goes out"
    assert body == f"X @{HANDLE}: find out whose account that was"
    school.store.close()


def test_no_second_message_comes_on_a_day_and_a_second_icon_ends_at_once(
    tray: subprocess.Popen[bytes], desktop: Desktop, folder: Path
) -> None:
    wait(lambda: desktop.displayed() == 1)
    command = [sys.executable, "-m", "smadmin", f"--data={folder}", "--tray"]

    assert subprocess.run(command, check=False, timeout=PATIENCE_S).returncode == 0
    tray.terminate()
    tray.wait(PATIENCE_S)
    with subprocess.Popen(command) as again:
        time.sleep(4)
        assert again.poll() is None
        again.terminate()

    assert len(desktop.shown()) == 1


def test_a_window_that_is_closed_leaves_the_icon_and_the_next_start_opens_it_again(
    desktop: Desktop, folder: Path
) -> None:
    (folder / "window.ini").unlink()  # nobody was asked yet
    command = [sys.executable, "-m", "smadmin", f"--data={folder}"]
    readable = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
    with subprocess.Popen(["trayer", "--edge", "top"]) as panel:
        try:
            with subprocess.Popen(command, env=readable) as window:
                see("Who is sitting here?")
                keys("ctrl+q")
                see("Keep watching when the window is closed?")
                time.sleep(SETTLES_S)
                keys("Return")
                assert window.wait(PATIENCE_S) == 0
            wait(lambda: any("--tray" in line for line in lines_of(folder)))
            (icon,) = [one for one in of_folder(folder) if "--look" not in line_of(one)]

            again = subprocess.run(command, check=False, timeout=PATIENCE_S, env=readable)

            assert again.returncode == 0, "it knocks at the icon, which opens the window"
            wait(lambda: icon not in of_folder(folder))
            wait(lambda: any("--tray" not in line for line in lines_of(folder)))
            assert desktop.displayed() <= 1
        finally:
            for process in of_folder(folder):
                os.kill(process, 15)
            panel.terminate()
            wait(lambda: not of_folder(folder))


def _there() -> bool:
    bus = ["dbus-send", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/"]
    asked = [*bus, "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.Notifications"]
    return "true" in subprocess.run(asked, check=False, capture_output=True, text=True).stdout


def _dunst(*words: str) -> str:
    return subprocess.run(["dunstctl", *words], check=False, capture_output=True, text=True).stdout


def of_folder(folder: Path) -> list[int]:
    """Give the processes of the program that stand on a folder."""
    lines = Path("/proc").glob("[0-9]*/cmdline")
    return [int(line.parent.name) for line in lines if f"--data={folder}" in _read(line)]


def lines_of(folder: Path) -> list[str]:
    return [line_of(process) for process in of_folder(folder)]


def line_of(process: int) -> str:
    return _read(Path(f"/proc/{process}/cmdline"))


def _read(line: Path) -> str:
    try:
        return line.read_bytes().decode().replace("\0", " ")
    except OSError:
        return ""


def wait(until: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it never was.
    """
    end = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)
