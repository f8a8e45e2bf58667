"""Two real users of one computer, who share nothing but a group and the store's folder."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

GROUP, USERS = 47_110, {"first": 47_111, "second": 47_112}
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can be two other users in turn"
)


@pytest.fixture
def computer() -> Iterator[Path]:
    """A home for each user, and a folder that whoever looks after the computer made for their group."""
    folder = Path(tempfile.mkdtemp(prefix="smadmin-logins-"))
    folder.chmod(0o755)
    for name, user in USERS.items():
        (folder / name).mkdir(mode=0o700)
        os.chown(folder / name, user, user)
    shared = folder / "shared"
    shared.mkdir()
    os.chown(shared, 0, GROUP)
    shared.chmod(0o2770)
    yield folder
    shutil.rmtree(folder)


def as_user(computer: Path, name: str, deed: str, words: str = "") -> str:
    """Run a login's deed as its user, who may read any interpreter but writes by rights."""
    user = USERS[name]
    done = subprocess.run(
        [
            *("setpriv", f"--reuid={user}", f"--regid={user}", f"--groups={GROUP}"),
            *("--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"),
            *(sys.executable, "-m", "tests.faults.logging_in", deed, str(computer), name, words),
        ],
        cwd=ROOT,
        env={"HOME": str(computer / name), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_another_user_of_the_computer_is_let_in_through_the_shared_folder_alone(computer: Path) -> None:
    as_user(computer, "first", "found")
    letters = as_user(computer, "second", "ask")
    root = as_user(computer, "first", "let-in", letters)

    assert as_user(computer, "second", "accept", root) == "whole"
    assert as_user(computer, "first", "sit") == "whole"
    assert as_user(computer, "second", "sit") == "whole"
    shared = [path.stat() for path in (computer / "shared").rglob("*")]
    assert {one.st_gid for one in shared} == {GROUP}
    assert {one.st_mode & 0o077 for one in shared} <= {0o060, 0o070}, (
        "the group reads and writes, nobody else"
    )
    assert list((computer / "shared" / "requests").iterdir()) == [], "who let in took the request away"
