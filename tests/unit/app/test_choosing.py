"""Window, tray's icon or command is told from the arguments alone."""

from pathlib import Path

import pytest

from smadmin.app.choosing import (
    folder_of,
    subject_of,
    tray_arguments,
    wants_tray,
    wants_window,
    window_arguments,
)

SUBJECT = "account:01993a1e-0000-7000-8000-000000000001"


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data", "/somewhere"], True),
        (["--data=/somewhere"], True),
        ([f"--at={SUBJECT}"], True),
        (["--at=log-in:01993a1e-0000-7000-8000-000000000001"], True),
        (["--at=comments:01993a1e-0000-7000-8000-000000000001"], True),
        (["--at=publish:01993a1e-0000-7000-8000-000000000001"], True),
        (["--at=reviewers"], True),
        (["--at=staff-page"], True),
        (["--at=computer"], True),
        (["--at=stop-everything"], True),
        (["--at=child-out"], True),
        (["--at=alarm"], False),
        (["--data=/somewhere", f"--at={SUBJECT}"], True),
        (["--at=Ben Yoder"], False),
        (["--tray"], False),
        (["--self-test"], False),
        (["demo", "--out", "x"], False),
        (["--data", "/somewhere", "cadence"], False),
        (["--version"], False),
    ],
)
def test_the_window_opens_where_nothing_else_is_asked(arguments: list[str], window: bool) -> None:
    assert wants_window(arguments) is window


@pytest.mark.parametrize(
    ("arguments", "tray"),
    [
        (["--tray"], True),
        (["--data=/somewhere", "--tray"], True),
        (["--tray", "--data", "/somewhere"], True),
        (["--tray", "cadence"], False),
        ([], False),
    ],
)
def test_the_icon_is_shown_where_nothing_else_is_asked(arguments: list[str], tray: bool) -> None:
    assert wants_tray(arguments) is tray


def test_the_folder_is_found_in_both_spellings() -> None:
    assert folder_of(["--data", "/a"]) == folder_of(["--data=/a"]) == Path("/a")
    assert folder_of(["--data"]) is None


def test_what_one_starts_the_other_understands(tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        window, tray = window_arguments(folder, SUBJECT), tray_arguments(folder)

        assert wants_window(window)
        assert wants_tray(tray)
        assert folder_of(window) == folder_of(tray) == folder
        assert subject_of(window) == SUBJECT


def test_only_an_accounts_id_goes_onto_a_command_line() -> None:
    assert window_arguments(None, "Ben Yoder") == ()
    assert subject_of(["--at=Ben Yoder"]) == ""
