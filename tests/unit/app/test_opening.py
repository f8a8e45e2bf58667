"""What the window waits for before the gate stands is kept small: screens come while somebody signs in."""

import subprocess
import sys

from smadmin.app.opening import LateScreens, load_screens
from smadmin.app.screens import SCREENS

ASK = "import sys, smadmin.app.opening; print(*sorted(m for m in sys.modules if m.endswith('.screen')))"


def test_no_screen_is_imported_before_somebody_signs_in() -> None:
    run = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.split() == ["smadmin.ui.screen"]


def test_all_screens_are_there_when_they_are_asked_for() -> None:
    load_screens()

    assert dict(LateScreens()) == dict(SCREENS)
    assert len(LateScreens()) == len(SCREENS)
