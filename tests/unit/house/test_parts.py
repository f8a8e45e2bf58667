"""What `dev.py test` counts, and what it doesn't let pass."""

from pathlib import Path

import pytest

from house import parts, unsteady
from house.environment import ROOT

REPORT = """<testsuites><testsuite tests="7" failures="{failures}" errors="{errors}" skipped="2">
<testcase><skipped type="pytest.skip" message="{reason}"/></testcase>
<testcase><skipped type="pytest.skip" message="{reason}"/></testcase>
</testsuite></testsuites>"""
USUAL = "what is traced can't be timed"


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "unit.xml"
    report.write_text(REPORT.format(failures=1, errors=1, reason=USUAL), "utf-8")

    outcome = parts._counted(report, 3.0)

    assert (outcome.passed, outcome.failed, outcome.skipped) == (3, 2, 2)
    assert not outcome.sound


@pytest.mark.parametrize(("reason", "sound"), [(USUAL, True), ("it never worked on Mondays", False)])
def test_a_skip_is_told_with_its_reason_and_fails_where_nobody_allowed_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reason: str, *, sound: bool
) -> None:
    report = tmp_path / "unit.xml"
    report.write_text(REPORT.format(failures=0, errors=0, reason=reason), "utf-8")

    outcome = parts._counted(report, 3.0)

    assert (outcome.passed, outcome.failed, outcome.skipped) == (5, 0, 2)
    assert outcome.sound == sound
    assert f"skipped 2: {reason}" in capsys.readouterr().out


def test_a_run_without_a_report_has_failed_whatever_its_exit_status(tmp_path: Path) -> None:
    outcome = parts._counted(tmp_path / "unit.xml", 3.0)

    assert outcome.failed == 1
    assert not outcome.sound


def test_every_part_has_tests() -> None:
    assert [name for name, part in parts.PARTS.items() if not parts._has_tests(part)] == []


def test_every_test_file_is_run_by_one_run_and_no_other() -> None:
    runs = [run for name, part in parts.PARTS.items() if name != "keyring" for run in part.runs]

    files = sorted((ROOT / "tests").rglob("test_*.py"))
    wrong = [str(file) for file in files if sum(_has(run, file) for run in runs) != 1]

    assert files
    assert wrong == []


def _has(run: parts.Run, file: Path) -> bool:
    def under(folders: tuple[str, ...]) -> bool:
        return any(file.is_relative_to(ROOT / folder) for folder in folders)

    return under(run.places) and not under(run.without)


def test_one_of_two_runs_side_by_side_that_fails_fails_the_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, expected in (("well", "1"), ("badly", "2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"test_{name}.py").write_text(
            f"def test_it() -> None:\n    assert {expected} == 1\n"
        )
    runs = (parts.Run((str(tmp_path / "well"),)), parts.Run((str(tmp_path / "badly"),)))
    monkeypatch.setattr(parts, "BUILD", tmp_path / "build")
    monkeypatch.setitem(parts.PARTS, "pair", parts.Part(runs, 1))

    outcome = parts.run("pair", [])

    assert (outcome.passed, outcome.failed, outcome.sound) == (1, 1, False)


def test_what_is_started_sees_neither_our_home_nor_our_bus(tmp_path: Path) -> None:
    told = tmp_path / "told"
    ask = f'echo "$HOME ${{DISPLAY-none}} ${{DBUS_SESSION_BUS_ADDRESS-none}}" > {told}; exit 3'

    status = parts.started(("sh", "-c", ask))

    home, display, bus = told.read_text("utf-8").split()
    assert status == 3
    assert (display, bus) == ("none", "none")
    assert "smadmin-home-" in home
    assert not Path(home).exists()


def test_a_missing_program_is_said() -> None:
    assert parts.started(("no-such-program-here",)) == parts.NOT_THERE


UNSTEADY = """
from pathlib import Path


def test_it() -> None:
    tries = Path(__file__).with_name("tries")
    tries.write_text(tries.read_text() + "." if tries.exists() else ".")
    assert len(tries.read_text()) == {passes_at}


def test_another() -> None:
    assert not Path(__file__).with_name("another").exists()
    Path(__file__).with_name("another").touch()
"""


@pytest.mark.parametrize(
    ("passes_at", "waits", "counts"),
    [
        (2, True, (2, 0, True, 1)),  # the second try passes, and is named
        (3, True, (1, 1, False, 0)),  # fails both times
        (2, False, (1, 1, False, 0)),  # waits for nothing outside of itself: no second try
        (1, True, (2, 0, True, 0)),
    ],
)
def test_what_failed_once_is_run_again_alone_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passes_at: int, waits: bool, counts: tuple[int, ...]
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_unsteady.py").write_text(UNSTEADY.format(passes_at=passes_at), "utf-8")
    monkeypatch.setattr(parts, "BUILD", tmp_path / "build")
    part = parts.Part((parts.Run((str(tmp_path / "tests"),)),), 1, waits=waits)
    monkeypatch.setitem(parts.PARTS, "waiting", part)

    outcome = parts.run("waiting", [])

    assert (outcome.passed, outcome.failed, outcome.sound, len(outcome.unsteady)) == counts


def test_many_failures_are_no_accident() -> None:
    assert [unsteady.may_be(("one::name",) * count) for count in range(4)] == [False, True, True, False]
