"""The faults at full counts, each figure beside its limit; `python3 dev.py bench safety [ID…]`.

`dev.py test` runs a seeded part of the same tests; here their counts are set to what was promised. K1 takes
about half an hour, K2 a quarter; I1 and I2 a few minutes each.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.faults.desk_deeds import DEEDS

_SYSTEM_CALLS = (("pwrite64", 40), ("fdatasync", 8), ("fsync", 10), ("unlink", 5))
"""How far each is swept: past the last call of the longest deed."""

_DESK = "tests/faults/test_killed_desk.py"
_AT_DESK: tuple[tuple[str, int], ...] = (("pwrite64", 30), ("fdatasync", 4), ("fsync", 12), ("unlink", 3))
"""The same for comments, cards, wished posts and records."""

_PHOTOS = Path(__file__).resolve().parents[2] / "shared" / "photos"
_REAL = tuple(
    str(path.relative_to(_PHOTOS))
    for path in sorted(_PHOTOS.rglob("*"))
    if path.is_file() and path.suffix not in {".json", ".md"}
)
"""The real photos, where this checkout has them beside it."""


@dataclass(frozen=True)
class Figure:
    """A promise: what is counted, how often, and by which test with which of its counts raised."""

    what: str
    tests: str
    counts: Mapping[str, object]
    rounds: int = 1


FIGURES = {
    "K1": Figure(
        "a kill at every write call of each deed, 8 times over",
        "tests/faults/test_killed_store.py::"
        "test_a_kill_at_any_write_loses_no_acknowledged_act_and_leaves_no_half_one",
        {"KILLS": [(call, k) for call, last in _SYSTEM_CALLS for k in range(1, last + 1)]},
        rounds=8,
    ),
    "K2": Figure(
        "200 of 200 kills while typing", "tests/journeys/test_killed_typing.py", {"KILLS": 8}, rounds=25
    ),
    "D1": Figure(
        "a full disk at every write call of each deed",
        "tests/faults/test_killed_store.py::test_a_full_disk_is_said_and_loses_nothing",
        {"FULL": [("pwrite64", k) for k in range(1, 41)] + [("fsync", k) for k in range(1, 11)]},
    ),
    "K1-desk": Figure(
        "the same for each deed about comments, cards, wished posts, records",
        f"{_DESK}::test_a_kill_at_any_write_loses_nothing_acknowledged_and_leaves_nothing_half",
        {"KILLS": [(call, k) for call, last in _AT_DESK for k in range(1, last + 1)], "TRIED": tuple(DEEDS)},
    ),
    "K1-random": Figure(
        "200 kills at random moments of mixed work, in four stores",
        f"{_DESK}::test_whoever_is_killed_at_any_moment_of_mixed_work_finds_all_that_was_acknowledged",
        {"MOMENTS": 50},
        rounds=4,
    ),
    "D1-desk": Figure(
        "a full disk at every write call of these deeds, and a small disk",
        f"{_DESK} -k full",
        {
            "FULL": [("pwrite64", k) for k in range(1, 31)] + [("fsync", k) for k in range(1, 13)],
            "TRIED": tuple(DEEDS),
        },
    ),
    "W1-desk": Figure(
        "8 processes x 500 acts about these, none lost",
        f"{_DESK}::test_several_at_once_lose_no_comment_no_word_and_no_wish",
        {"WRITERS": 8, "CHANGES": 84},
    ),
    "I1": Figure(
        "14,000 mutants, worker within its limits", "tests/faults/test_mutants.py", {"MUTANTS": 2000}
    ),
    "I2": Figure("600 of 600 worker faults", "tests/faults/test_workers.py", {}, rounds=50),
    "R1": Figure(
        "304 of 304 pairs equal in both formats, all orientations",
        "tests/unit/imaging/test_covering.py",
        {"PAIRS": 304},
    ),
    "R1-faces": Figure(
        "no detector finds a face in any real photo, four sizes",
        "tests/unit/imaging/test_covered_faces.py",
        {"SIZES": (2048, 1300, 1000, 700), "REAL": _REAL},
    ),
    "R2": Figure("14 canaries, every input and output", "tests/unit/imaging/test_metadata.py", {}),
    "R3": Figure(
        "0 recognisable copies after export",
        "tests/faults/test_left_behind.py tests/gui/photos/test_nothing_left.py",
        {},
    ),
    "S1": Figure(
        "0 secrets in 14 forms, by services and after a whole run of window and commands",
        "tests/faults/test_secrets.py tests/journeys/test_no_secret_left.py",
        {},
    ),
    "S2": Figure(
        "a keyring that is absent, locked, silent, dies, denies, is full or lies",
        "tests/unit/credentials/test_secrets.py tests/gui/shell/test_keyring.py",
        {},
    ),
    "S2-real": Figure(
        "the real keyring: locked, stopped, killed midway", "tests/faults/test_real_ring.py", {}
    ),
    "S3": Figure(
        "6 of 6 on the clipboard, and in the real window",
        "tests/gui/test_clipboard.py tests/journeys/test_log_in.py",
        {},
    ),
    "B1": Figure(
        "100 restores equal, 1,000 flips noticed",
        "tests/faults/test_backups.py",
        {"FLIPS": 1000, "RESTORES": 100},
    ),
    "X1": Figure("naughty strings in every field", "tests/faults/test_naughty.py", {}),
    "W1": Figure(
        "8 processes x 500 acts, none lost",
        "tests/faults/test_killed_store.py::test_processes_write_at_once_and_no_change_is_lost",
        {"WRITERS": 8, "CHANGES": 500},
    ),
    "T1": Figure("1,000 tamperings, all noticed", "tests/faults/test_tampering.py", {"EVERY": 1}),
    "T2": Figure("40 forgeries, 0 published", "tests/faults/test_forgery.py", {}),
}


class Whole:
    """A plugin of pytest: raises the counts of the test's module, and counts what was done."""

    def __init__(self, counts: Mapping[str, object]) -> None:
        """Take the names and values that the module shall have."""
        self._counts = counts
        self.seed = 0
        self.passed = self.failed = self.skipped = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Set the counts (one that the module doesn't know would measure nothing) and the round's chance."""
        for item in items:
            module: ModuleType = item.getparent(pytest.Module).obj  # type: ignore[union-attr]  # each has one
            for name, count in self._counts.items():
                if not hasattr(module, name):
                    raise pytest.UsageError(f"{module.__name__} has no {name}")
                setattr(module, name, count)
            if hasattr(module, "SEED"):
                vars(module)["SEED"] = self.seed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test once, by its call or by what kept it from being called."""
        self.passed += report.when == "call" and report.passed
        self.failed += report.failed
        self.skipped += report.skipped


def main(asked: list[str]) -> int:
    """Run the figures asked for, or all; 1 where one isn't reached."""
    if unknown := [name for name in asked if name not in FIGURES]:
        print("There is no figure", *unknown, "- there are:", *FIGURES)
        return 2
    reached = [measure(name, FIGURES[name]) for name in asked or FIGURES]
    return 0 if all(reached) else 1


def measure(name: str, figure: Figure) -> bool:
    """Run one figure and print it; a test that was skipped has shown nothing."""
    began, whole = time.monotonic(), Whole(figure.counts)
    for whole.seed in range(figure.rounds):
        plugins: list[Any] = [whole]
        status = pytest.main(
            ["-q", "-x", "--no-header", "-p", "no:cacheprovider", *figure.tests.split()], plugins
        )
        if status:
            break
    reached = whole.passed > 0 and not whole.failed and not whole.skipped
    print(
        f"{name}  {figure.what:<55}{whole.passed:>5} tests passed, {whole.failed} failed, "
        f"{whole.skipped} skipped{time.monotonic() - began:>8.0f} s  {'met' if reached else 'NOT MET'}",
        flush=True,
    )
    return reached


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
