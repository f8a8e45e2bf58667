"""A command loads what it needs: looking at photos in folders needs no school, so it doesn't wait for one."""

import subprocess
import sys
from pathlib import Path

_LOADED = """
import sys
from pathlib import Path
from smadmin.app.commands import run_command
from smadmin.services.commanded import command_place
status = run_command(["photos", "clean", sys.argv[1], "--out", sys.argv[1]])
assert not command_place(Path(sys.argv[1])).has_store
print(status, *sorted({"sqlalchemy", "keyring", "PySide6", "smadmin.services.office"} & sys.modules.keys()))
"""


def test_photos_in_folders_wait_for_no_school(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert done.stdout == "2\n"


def test_all_commands_are_listed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "smadmin", "--help"], capture_output=True, text=True, check=False
    )

    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert " ".join(listed) == "accounts cadence check count demo doctor photos policies records store worker"
