"""Tests that wait for a window system may fail once on a busy computer: such a one gets a second try, alone.

It isn't passed over: who needed it is named at the end of every run, and is a defect to mend, of the test or
of the program. More than a few failures are no accident and get no second try; nor do parts that wait for
nothing outside of themselves.
"""

import xml.etree.ElementTree as ET
from pathlib import Path

MOST = 2
"""So many failures of one run may be an accident."""


def failures(report: Path) -> tuple[str, ...]:
    """Name the tests that pytest's report says failed, as `module::name`; none where there's no report."""
    if not report.exists():
        return ()
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314  our own pytest wrote it a moment ago
    return tuple(
        f"{case.get('classname')}::{case.get('name')}"
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    )


def may_be(failed: tuple[str, ...]) -> bool:
    """Tell whether these failures may be an accident."""
    return 0 < len(failed) <= MOST
