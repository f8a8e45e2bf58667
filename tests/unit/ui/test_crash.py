"""The crash report carries places and kinds, nothing of anybody."""

from smadmin.domain.errors import Locked
from smadmin.domain.messages import say
from smadmin.ui.crash import report_of
from smadmin.ui.excepthook import excepthook_showing


def _fail_about(child: str) -> None:
    try:
        int(child)
    except ValueError as error:
        raise RuntimeError(f"could not read {child}") from error


def test_a_report_has_no_values_of_the_error_nor_of_its_cause() -> None:
    try:
        _fail_about("Rosalind Example")
    except RuntimeError as error:
        report = report_of(error)

    assert "Rosalind" not in report.text
    assert "RuntimeError" in report.text
    assert "ValueError" in report.text
    assert "_fail_about" in report.text


def test_a_report_has_no_path_of_this_computer() -> None:
    try:
        _fail_about("x")
    except RuntimeError as error:
        report = report_of(error)

    assert "/home" not in report.text
    assert "ui/test_crash.py:" in report.text
    assert not any(line.strip().startswith("/") for line in report.lines)


def test_errors_that_name_one_another_end() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first

    report = report_of(first)

    assert report.lines.count("ValueError") == 1


def test_what_asks_who_acts_once_the_window_is_locked_shows_nothing() -> None:
    shown: list[BaseException] = []

    excepthook_showing(shown.append)(Locked, Locked(say("store.locked")), None)

    assert shown == []


def test_the_hook_shows_the_error() -> None:
    shown: list[BaseException] = []
    error = RuntimeError()

    excepthook_showing(shown.append)(RuntimeError, error, None)

    assert shown == [error]
