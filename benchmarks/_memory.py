"""How many GB a process and all its children hold, every two seconds until standard input ends; Linux only.

Pages that several hold are shared out among them (PSS). This process itself isn't counted.
"""

import json
import os
import sys
import threading
from pathlib import Path

ASK_S = 2.0
KB_PER_GB = 1 << 20


def memory_gb(of: str) -> float:
    """Add up what a process and all its children hold."""
    pids, waiting = [], [of]
    while waiting:
        pid = waiting.pop()
        pids.append(pid)
        for listing in Path(f"/proc/{pid}/task").glob("*/children"):
            waiting += [child for child in _read(listing).split() if child != str(os.getpid())]
    return sum(_pss_kb(pid) for pid in pids) / KB_PER_GB


def _pss_kb(pid: str) -> int:
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # it has ended
        return ""


def main(of: str) -> None:
    """Ask until standard input ends, then tell."""
    kept, over = [0.0], threading.Event()

    def wait() -> None:
        sys.stdin.read()
        over.set()

    threading.Thread(target=wait, daemon=True).start()
    while not over.wait(ASK_S):
        kept.append(memory_gb(of))
    json.dump(kept, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
