"""What one job needed serves the next: memory isn't given back and asked for again page by page."""

import subprocess
import sys

import pytest

_ASKS = """
import resource, sys
from smadmin.jail.memory import keep_freed
if sys.argv[1:]:
    keep_freed()
def ask():
    bytearray(40 << 20)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
before = ask()
print(ask() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="NOT LINUX: other systems' memory is left as it is")
def test_freed_memory_stays() -> None:
    asked = [
        int(subprocess.run([sys.executable, "-c", _ASKS, *kept], check=True, capture_output=True).stdout)
        for kept in ((), ("kept",))
    ]

    given_back, kept = asked
    assert kept < 100 < given_back
