"""One window for each login and folder."""

import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from smadmin.app.knocking import OneWindow

FIRST = """
import sys
from pathlib import Path
from smadmin.app.knocking import OneWindow
one = OneWindow(Path(sys.argv[1]), claims=Path(sys.argv[2]))
print(one.claim(), flush=True)
sys.stdin.read()
"""

SLOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from smadmin.app.knocking import OneWindow
qt = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]), claims=Path(sys.argv[2]))
print(one.claim(), flush=True)
QTimer.singleShot(500, lambda: one.hear(lambda: None))
qt.exec()
"""


def one_window(tmp_path: Path, folder: str = "data") -> OneWindow:
    return OneWindow(tmp_path / folder, claims=tmp_path / "claims")


def test_the_first_claims_and_the_second_knocks_at_it(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    heard: list[bool] = []

    assert first.claim()
    first.hear(lambda: heard.append(True))

    assert not second.claim()
    assert second.knock()
    qtbot.waitUntil(lambda: heard == [True])
    first.let_go()


def test_a_window_hears_every_knock_of_a_long_day(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    heard: list[bool] = []
    first.claim()
    first.hear(lambda: heard.append(True))

    for _ in range(40):
        heard.clear()
        assert second.knock()
        qtbot.waitUntil(lambda: heard == [True])
    first.let_go()


def test_another_folder_has_a_window_of_its_own(tmp_path: Path) -> None:
    first, other = one_window(tmp_path), one_window(tmp_path, "another")

    assert first.claim()
    assert other.claim()

    first.let_go()
    other.let_go()


def test_what_was_let_go_can_be_claimed_again(tmp_path: Path) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    first.claim()

    first.let_go()

    assert second.claim()
    second.let_go()


def test_a_killed_window_claims_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST, str(tmp_path / "data"), str(tmp_path / "claims")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "True\n"
        assert not one_window(tmp_path).claim(), "it is open"
        killed.kill()

    again = one_window(tmp_path)

    assert again.claim()
    again.let_go()


def test_a_window_that_is_still_starting_is_knocked_at_until_it_hears(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SLOW, str(tmp_path / "data"), str(tmp_path / "claims")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"

        assert one_window(tmp_path).stands_elsewhere(), "no second window opens"
        first.kill()


def test_a_start_takes_over_from_one_that_let_go(tmp_path: Path) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    first.claim()
    first.let_go()

    assert not second.stands_elsewhere()
    assert not first.claim(), "the second has it"
    second.let_go()


def test_a_window_without_the_claim_leaves_the_others_hearing_alone(tmp_path: Path, qtbot: QtBot) -> None:
    first, second, third = (one_window(tmp_path) for _ in range(3))
    heard: list[str] = []
    first.claim()
    first.hear(lambda: heard.append("first"))

    second.claim()
    second.hear(lambda: heard.append("second"))

    assert third.knock()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["first"]
    for one in (second, first):
        one.let_go()


def test_nobody_answers_where_the_claimant_hears_nothing(tmp_path: Path) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    first.claim()

    assert not second.stands_elsewhere(knocks=2), "so the second one opens all the same"
    first.let_go()


def test_where_no_claim_can_be_written_a_window_opens_at_once(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("a file where the folder should be")
    one = one_window(tmp_path)
    began = monotonic()

    assert not one.stands_elsewhere()

    assert monotonic() - began < 1
    one.let_go()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names its pipes, and lets in one login only")
def test_nobody_elsewhere_takes_the_name_at_which_it_is_knocked(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = one_window(tmp_path), one_window(tmp_path)
    heard: list[bool] = []
    with_its_name = QLocalServer()  # as any login of the computer can in the folder for everybody
    assert with_its_name.listen(first.name)

    first.claim()
    first.hear(lambda: heard.append(True))

    assert second.knock()
    qtbot.waitUntil(lambda: heard == [True])
    assert not with_its_name.hasPendingConnections()
    assert [one.suffix for one in (tmp_path / "claims").iterdir() if one.is_socket()] == [".socket"]
    first.let_go()
    with_its_name.close()


def test_where_the_folders_name_is_too_long_for_a_socket_it_is_knocked_all_the_same(
    tmp_path: Path, qtbot: QtBot
) -> None:
    claims = tmp_path / ("x" * 120)
    first, second = (OneWindow(tmp_path / "data", claims=claims) for _ in range(2))
    heard: list[bool] = []
    first.claim()
    first.hear(lambda: heard.append(True))

    assert second.knock()
    qtbot.waitUntil(lambda: heard == [True])
    first.let_go()


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Sockets need the application object."""
