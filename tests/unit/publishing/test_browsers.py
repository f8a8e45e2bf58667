"""Browsers: found on three systems, started in one account's own folder, and removed only when closed."""

import fcntl
import os
import stat
import sys
import time
from collections.abc import Mapping
from pathlib import Path, PurePath

import pytest

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId
from smadmin.publishing.browsers import Browser, Family, Profiles, System, arguments_for, find_browsers

ACCOUNT, PERSON = AccountId("0199-account"), PersonId("0199-person")


def system(kind: str, *paths: str, registered: Mapping[str, str] | None = None, **variables: str) -> System:
    return System(kind, variables, lambda path: str(path) in paths, (registered or {}).get)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            system(
                "win32",
                r"D:\Apps\chrome.exe",
                r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
                registered={"chrome.exe": r'"D:\Apps\chrome.exe"', "firefox.exe": r"C:\gone\firefox.exe"},
                **{"PROGRAMFILES(X86)": r"C:\Program Files (x86)"},
            ),
            ["Chrome", "Edge"],
        ),
        (
            system(
                "darwin",
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                "/Users/kim/Applications/Chromium.app/Contents/MacOS/Chromium",
                HOME="/Users/kim",
            ),
            ["Chromium", "Firefox"],
        ),
        (
            system("linux", "/usr/bin/chromium", "/usr/bin/firefox-esr", PATH="/bin:/usr/bin"),
            ["Chromium", "Firefox"],
        ),
        (system("linux", "/snap/bin/chromium", "/usr/bin/x", PATH="/snap/bin:relative:/usr/bin"), []),
    ],
)
def test_each_system_is_looked_through_in_its_own_way(told: System, found: list[str]) -> None:
    assert [one.name for one in find_browsers(told)] == found


@pytest.mark.demand("BAL-D4")
def test_a_browser_is_told_one_folder_and_no_other(tmp_path: Path) -> None:
    chromium = arguments_for(
        Browser("Chromium", Family.CHROMIUM, PurePath("/c")), tmp_path, "https://x.com/a"
    )
    firefox = arguments_for(Browser("Firefox", Family.FIREFOX, PurePath("/f")), tmp_path, "https://x.com/a")

    flags = ["--no-first-run", "--no-default-browser-check"]
    assert chromium == ["/c", f"--user-data-dir={tmp_path}", *flags, "https://x.com/a"]
    assert firefox == ["/f", "-profile", str(tmp_path), "-no-remote", "https://x.com/a"]


def fake(tmp_path: Path) -> System:
    """Install a browser that only writes down what it was started with."""
    program = tmp_path / "bin" / "chromium"
    program.parent.mkdir()
    told = tmp_path / "told"
    program.write_text(
        f'#!{sys.executable}\nimport sys\nopen("{told}.new", "w").write("\\n".join(sys.argv[1:]))\n'
        f'import os; os.rename("{told}.new", "{told}")\n'
    )
    program.chmod(0o755)
    return System("linux", {"PATH": str(program.parent)}, lambda path: Path(path).is_file())


@pytest.mark.demand("BAL-D4")
def test_each_account_starts_in_a_folder_of_its_own_that_nobody_else_reads(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path / "data", fake(tmp_path))

    started = profiles.start(ACCOUNT, "https://x.com/lincoln_es")
    until = time.monotonic() + 10
    while profiles.is_open(ACCOUNT) and time.monotonic() < until:
        time.sleep(0.01)

    folder = tmp_path / "data" / "browsers" / ACCOUNT
    told = (tmp_path / "told").read_text().splitlines()
    assert started.name == "Chromium"
    assert told == [
        f"--user-data-dir={folder}",
        "--no-first-run",
        "--no-default-browser-check",
        "https://x.com/lincoln_es",
    ]
    assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, folder.parent)} == {0o700}
    assert profiles.folder_of(ACCOUNT, PERSON) != profiles.folder_of(ACCOUNT)


def test_without_such_a_browser_that_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path, System("linux", {}, lambda _path: False))

    with pytest.raises(OutsideFailed) as failed:
        profiles.start(ACCOUNT, "https://x.com/lincoln_es")

    assert failed.value.happened.id == "browsers.none"
    assert profiles.kept() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there an open browser holds its files by itself")
@pytest.mark.demand("BAL-D4")
def test_no_other_folder_is_taken_for_an_accounts(tmp_path: Path) -> None:
    profiles, own = Profiles(tmp_path / "data", fake(tmp_path)), tmp_path / "chromium"
    own.mkdir()
    own.chmod(0o755)  # whatever the process makes new ones with
    (own / "Login Data").touch()
    (tmp_path / "data" / "browsers").mkdir(parents=True)
    (tmp_path / "data" / "browsers" / "linked").symlink_to(own)

    for forged in ("../../chromium", str(own), "..", "", "linked"):
        with pytest.raises(OutsideFailed):
            profiles.start(AccountId(forged), "https://x.com/lincoln_es")
        with pytest.raises(OutsideFailed):
            profiles.remove(AccountId(forged))

    assert (own / "Login Data").exists()
    assert stat.S_IMODE(own.stat().st_mode) == 0o755


def test_a_folder_is_removed_once_its_browser_is_closed(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path, System("linux", {}, lambda _path: False))
    for person in (None, PERSON):
        folder = profiles.folder_of(ACCOUNT, person)
        folder.mkdir(parents=True)
        (folder / "Cookies").write_text("a live log-in")
    assert profiles.kept() == ((ACCOUNT, None), (ACCOUNT, PERSON))
    lock = profiles.folder_of(ACCOUNT) / "SingletonLock"
    lock.symlink_to(f"this-computer-{os.getpid()}")

    with pytest.raises(OutsideFailed):
        profiles.remove(ACCOUNT)
    lock.unlink()
    lock.symlink_to("this-computer-99999999")  # left behind by one that was killed
    profiles.remove(ACCOUNT)

    assert profiles.kept() == ((ACCOUNT, PERSON),)
    assert not (profiles.folder_of(ACCOUNT)).exists()


def test_folders_that_cant_be_listed_are_said_to_be_so_and_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "browsers").write_text("somebody's file, where the folders should lie", "utf-8")
    profiles = Profiles(tmp_path, System("linux", {}, lambda _path: False))

    with pytest.raises(OutsideFailed) as failed:
        profiles.kept()

    assert failed.value.happened.id == "browsers.not-listed"
    with pytest.raises(OutsideFailed):
        profiles.remove(ACCOUNT)


@pytest.mark.skipif(sys.platform == "win32", reason="locks of this kind are unknown there")
def test_a_lock_that_was_left_behind_keeps_nothing(tmp_path: Path) -> None:
    profiles = Profiles(tmp_path, System("linux", {}, lambda _path: False))
    folder = profiles.folder_of(ACCOUNT)
    folder.mkdir(parents=True)
    (folder / ".parentlock").write_text("")

    left_behind = profiles.is_open(ACCOUNT)
    child = os.fork()
    if child == 0:
        held = (folder / ".parentlock").open("r+b")
        fcntl.lockf(held, fcntl.LOCK_EX)
        (folder / "ready").touch()
        time.sleep(30)
        os._exit(0)
    while not (folder / "ready").exists():
        time.sleep(0.01)
    held_now = profiles.is_open(ACCOUNT)
    os.kill(child, 9)
    os.waitpid(child, 0)

    assert (left_behind, held_now) == (False, True)
