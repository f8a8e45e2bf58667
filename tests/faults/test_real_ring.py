"""The real Secret Service: locked, killed midway, or asked for what lies elsewhere, it is said in time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("real_ring.py")
_UNLOCK = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'


@pytest.mark.keyring
@pytest.mark.skipif(not shutil.which("gnome-keyring-daemon"), reason="gnome-keyring isn't installed")
def test_a_real_keyring_locked_killed_or_asked_elsewhere_never_hangs_nor_mixes(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    places = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
    root = str(_SCRIPT.parents[2])

    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", _UNLOCK, "x", sys.executable, str(_SCRIPT)],
        env=kept | places | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )

    *before, killed = done.stdout.splitlines()
    assert before == [
        "kept: 5000 characters, quick",
        "in another collection: nothing, quick",
        "locked: keys.keyring-locked, quick",
    ], done.stderr
    # The bus starts another one, which is locked; where it hasn't yet heard of the end, there is none.
    assert killed in {"killed: keys.keyring-locked, quick", "killed: keys.no-keyring, quick"}, done.stderr
