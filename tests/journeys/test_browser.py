"""A real browser at an account's page: it works in that account's folder, never in the person's own."""

import os
import signal
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.publishing.browsers import Family, Profiles, find_browsers, this_system
from smadmin.services.browsing import Browsing
from smadmin.services.policy import Policy

PATIENCE_S = 60
OWN = (".config/chromium/Default", ".config/google-chrome/Default", ".mozilla/firefox/own.default")
"""Where browsers keep what is a person's own."""
PERSON = PersonId("ana")


class Platforms(BaseHTTPRequestHandler):
    """Stands for a platform: whoever comes gets a log-in, and it notes with which they come back."""

    def do_GET(self) -> None:
        """Answer with a page, and with a log-in that lasts."""
        server, brought = self.server, self.headers.get("Cookie", "")
        assert isinstance(server, Noting)
        if self.path.startswith("/page"):
            server.visits.append((self.path, brought))
        elif brought:  # a picture of the page, asked for by a browser that has kept the log-in
            server.shown += 1
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if self.path.startswith("/page"):
            self.send_header("Set-Cookie", f"login={self.path.strip('/')}; Max-Age=86400")
        self.end_headers()
        self.wfile.write(b"<title>a page</title><img src='/picture' alt=''>")

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


class Noting(ThreadingHTTPServer):
    """Serves pages, and keeps who came: the page, and the log-in that they brought."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Platforms)
        self.visits: list[tuple[str, str]] = []
        self.shown = 0

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def platform() -> Iterator[Noting]:
    with Noting() as serving:
        thread = Thread(target=serving.serve_forever)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home with their own browsers' folders, and an installed browser."""
    there, bin_ = tmp_path / "home", tmp_path / "bin"
    for name in OWN:
        (there / name).mkdir(parents=True)
        (there / name / "Preferences").write_text("{}")
    bin_.mkdir()
    monkeypatch.setenv("HOME", str(there))
    # It would wake the session's message service, whose history the journey of reminders reads.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = next(iter(find_browsers(this_system())), None)
    if found is None:
        pytest.skip("no browser is installed here: apt-get install chromium")
    if found.family is Family.CHROMIUM and os.geteuid() == 0:
        # As root it starts only without its sandbox; the program never asks for that.
        stand_in = bin_ / found.program.name
        stand_in.write_text(f'#!/bin/sh\nexec {found.program} --no-sandbox "$@"\n')
        stand_in.chmod(stat.S_IRWXU)
        monkeypatch.setenv("PATH", f"{bin_}:{os.environ['PATH']}")
    return there


@pytest.mark.demand("BAL-D4")
def test_each_account_has_a_log_in_of_its_own_and_the_persons_browser_is_untouched(
    home: Path, platform: Noting, tmp_path: Path
) -> None:
    profiles = Profiles(tmp_path / "seat")
    browsing = Browsing(profiles, lambda: Policy.shipped().platforms)
    own = everything_in(home, OWN)

    for name, leave in (("larks", close), ("owls", kill), ("larks", kill)):
        before, one = platform.shown, AccountId(name)
        try:
            browsing.open(account(name), f"{platform.address}/page-{name}", PERSON)
            wait(lambda: platform.shown > before)  # noqa: B023  it is called at once
            assert profiles.is_open(one)
            leave(profiles, one)
        finally:
            kill(profiles, one)

    assert platform.visits == [
        ("/page-larks", ""),
        ("/page-owls", ""),
        ("/page-larks", "login=page-larks"),
    ]
    assert {one for one, _ in profiles.kept()} == {"larks", "owls"}
    assert all(len(list(profiles.folder_of(AccountId(one)).rglob("*"))) > 10 for one in ("larks", "owls"))
    assert everything_in(home, OWN) == own
    browsing.remove_account(AccountId("larks"))
    assert not profiles.folder_of(AccountId("larks")).exists()


def account(name: str) -> Account:
    return Account(AccountId(name), SchoolId("school"), Platform.X, "Lincoln", name, f"https://x.com/{name}")


def everything_in(home: Path, folders: tuple[str, ...]) -> dict[str, tuple[bytes, int]]:
    """Give every file below what stands around these folders, with its bytes and time."""
    tops = {home / Path(*Path(name).parts[:2]) for name in folders}
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for top in tops
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def close(profiles: Profiles, one: AccountId) -> None:
    """Close a browser's window as its person does; it keeps its log-ins first."""
    wait(lambda: close_window() and not profiles.is_open(one))


def kill(profiles: Profiles, one: AccountId) -> None:
    """End what was started in a folder."""
    for started in profiles._running(profiles.folder_of(one)):
        os.killpg(started.pid, signal.SIGKILL)
    wait(lambda: not profiles.is_open(one))


def close_window() -> bool:
    """Press Alt and F4 in whatever browser's window there is."""
    search = ("xdotool", "search", "--onlyvisible", "--class", "chromium|firefox|chrome|edge")
    keys = ("windowactivate", "--sync", "key", "--clearmodifiers", "alt+F4")
    subprocess.run((*search, *keys), check=False, capture_output=True, timeout=PATIENCE_S)
    time.sleep(0.3)  # it has a moment to go before it is asked again
    return True


def wait(done: Callable[[], bool]) -> None:
    """Wait for a browser."""
    until = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < until, "the browser didn't come"
        time.sleep(0.05)
