"""K2 of `safety.md` in small: killed while somebody types; words older than a second are back."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

KILLS = 5
SEED = 7
OLDER_THAN_S = 1.0
TYPES_S = (1.2, 3.0)


def test_words_older_than_a_second_survive_a_kill(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  it chooses moments and guards nothing
    folder, lost = tmp_path / "data", []

    expected = ""
    for _ in range(KILLS + 1):
        with typing(folder) as typist:
            found = _line(typist)["found"]
            if not found.startswith(expected.rstrip()):
                lost.append((expected, found))
            expected = _killed_after(typist, chance.uniform(*TYPES_S))

    assert lost == []


@contextmanager
def typing(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.journeys.typist", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        try:
            yield typist
        finally:
            typist.kill()


def _killed_after(typist: subprocess.Popen[str], typing_s: float) -> str:
    """Kill the window at a moment; gives what was typed a second before."""
    first = _line(typist)
    lines = [first]
    while lines[-1]["at"] - first["at"] < typing_s:
        lines.append(_line(typist))
    typist.kill()
    killed = time.monotonic()
    return next((one["typed"] for one in reversed(lines) if killed - one["at"] > OLDER_THAN_S), "")


def _line(typist: subprocess.Popen[str]) -> dict[str, Any]:
    assert typist.stdout is not None
    line = typist.stdout.readline()
    assert line, "the window ended by itself"
    said: dict[str, Any] = json.loads(line)
    return said
