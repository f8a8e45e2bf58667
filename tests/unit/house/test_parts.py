"""What `dev.py test` counts, and what it doesn't let pass."""

from pathlib import Path

from house import parts

REPORT = """<testsuites><testsuite tests="7" failures="{failures}" errors="1" skipped="2"/></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "unit.xml"
    report.write_text(REPORT.format(failures=1), "utf-8")

    outcome = parts._counted(report, 3.0)

    assert (outcome.passed, outcome.failed, outcome.skipped) == (3, 2, 2)
    assert not outcome.sound


def test_a_run_without_a_report_has_failed_whatever_its_exit_status(tmp_path: Path) -> None:
    outcome = parts._counted(tmp_path / "unit.xml", 3.0)

    assert outcome.failed == 1
    assert not outcome.sound


def test_every_part_has_tests() -> None:
    assert [name for name, part in parts.PARTS.items() if not parts._has_tests(part)] == []


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
