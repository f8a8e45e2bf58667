"""What the process does before anything else (in a process of its own: it can't be undone)."""

import subprocess
import sys

CHECK = """
import ctypes, os, resource
from smadmin.services.hygiene import harden
harden()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_nobody_else_reads_and_nothing_is_dumped() -> None:
    done = subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True)

    assert done.stdout.split("\n")[0] == "0o77 (0, 0) 0"
