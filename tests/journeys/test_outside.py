"""The program in its own process, read through the accessibility tree and driven by the X server."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SETTLES_S = 1.0
"""A main button that has just come takes no press for the time of a double click; no person is so quick."""
READER = Path(__file__).with_name("screen_reader.py")
PATIENCE_S = 40
DEBIANS_PYTHON = "/usr/bin/python3"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    if not shutil.which("xdotool"):
        pytest.skip("xdotool is missing: apt-get install at-spi2-core python3-pyatspi xdotool")
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
    with subprocess.Popen(start(tmp_path), env=environment) as running:
        try:
            yield running
        finally:
            running.kill()


def test_somebody_looks_around_sits_down_locks_and_quits(
    program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    press("Look around")
    press("Maya Ortega · Administrator")
    time.sleep(SETTLES_S)
    press("Sit down")
    see("Hand over the chair")

    keys("ctrl+l")
    see("Who is sitting here?")
    subprocess.run(["xdotool", "getactivewindow", "windowminimize", "--sync"], check=True)
    again = subprocess.run(start(tmp_path), check=False, timeout=PATIENCE_S)
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)], check=True)
    keys("ctrl+q")

    assert again.returncode == 0, "a second start raises the first and ends"
    assert program.wait(PATIENCE_S) == 0


def start(folder: Path) -> list[str]:
    return [sys.executable, "-m", "smadmin", "--data", str(folder / "data")]


def see(name: str) -> tuple[str, str]:
    command = [DEBIANS_PYTHON, str(READER), name, str(PATIENCE_S)]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert found.returncode == 0, f"{name!r} isn't there: {found.stdout}{found.stderr}"
    across, down = found.stdout.split()
    return across, down


def press(name: str) -> None:
    subprocess.run(["xdotool", "mousemove", *see(name), "click", "1"], check=True)


def keys(pressed: str) -> None:
    subprocess.run(["xdotool", "key", pressed], check=True)
