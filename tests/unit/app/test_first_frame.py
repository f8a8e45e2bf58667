"""What isn't loaded before the window's first frame; `dev.py bench start` measures the frame itself."""

import subprocess
import sys

HEAVY = (
    "PySide6.QtNetwork",
    "babel",
    "ctypes",
    "hashlib",
    "keyring",
    "numpy",
    "smadmin.credentials",
    "smadmin.imaging",
    "smadmin.services.office",
    "smadmin.storage",
    "smadmin.ui.crash",
    "smadmin.ui.shell.shell",
    "sqlalchemy",
    "uuid",
    "zoneinfo",
)
"""Each costs the first frame milliseconds that nobody gets anything for."""


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    asked = "import sys, smadmin.app.running; print(*sys.modules)"

    said = subprocess.run([sys.executable, "-c", asked], check=True, stdout=subprocess.PIPE, text=True)

    assert set(said.stdout.split()).isdisjoint(HEAVY)
