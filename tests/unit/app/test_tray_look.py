"""One look at the store in a process of its own: what it says, and what becomes of one that says nothing."""

import sys
import threading
import time
from pathlib import Path

import pytest

from smadmin.app.tray_look import Looker, NothingToWatch
from smadmin.domain.errors import KnownError
from tests.road import make_road
from tests.school import make_school

ENDLESS = (sys.executable, "-c", "import time; time.sleep(600)")


def test_a_look_says_what_needs_a_post_and_asks_no_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    road = make_road(tmp_path)  # live since the beginning of November 2026, and nothing out since
    road.school.store.close()

    seen = Looker(tmp_path).look()

    assert seen.school == "Lincoln Elementary"
    assert {one.id for one in seen.accounts} == {road.x, road.facebook}


def test_a_folder_without_a_school_is_nothing_to_watch_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(NothingToWatch):
        Looker(tmp_path).look()

    assert not list(tmp_path.iterdir())


def test_the_sample_alone_is_nothing_to_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    make_school(tmp_path / "smadmin").store.close()

    with pytest.raises(NothingToWatch):
        Looker(None).look()


def test_a_damaged_store_is_said_and_not_taken_for_none(tmp_path: Path) -> None:
    make_school(tmp_path).store.close()
    for file in tmp_path.glob("*.db*"):
        file.write_bytes(b"nothing of ours" * 1000)

    with pytest.raises(KnownError) as found:
        Looker(tmp_path).look()

    assert not isinstance(found.value, NothingToWatch)


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"school": 1}', "null"])
def test_what_isnt_a_look_is_refused(said: str) -> None:
    with pytest.raises(KnownError):
        Looker(None, (sys.executable, "-c", f"print({said!r})")).look()


def test_a_look_that_takes_too_long_is_ended() -> None:
    with pytest.raises(KnownError):
        Looker(None, ENDLESS, patience_s=0.2).look()


def test_a_look_is_ended_with_the_icon() -> None:
    looker = Looker(None, ENDLESS)
    ended: list[KnownError] = []

    def look() -> None:
        try:
            looker.look()
        except KnownError as error:
            ended.append(error)

    thread = threading.Thread(target=look)
    thread.start()
    while looker._running is None:
        time.sleep(0.01)

    looker.stop()
    thread.join(timeout=5)

    assert len(ended) == 1
