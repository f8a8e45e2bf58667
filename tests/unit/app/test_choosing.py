"""Window or command is told from the arguments alone."""

from pathlib import Path

import pytest

from smadmin.app.choosing import folder_of, wants_window


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data", "/somewhere"], True),
        (["--data=/somewhere"], True),
        (["--self-test"], False),
        (["demo", "--out", "x"], False),
        (["--data", "/somewhere", "cadence"], False),
        (["--version"], False),
    ],
)
def test_the_window_opens_where_nothing_else_is_asked(arguments: list[str], window: bool) -> None:
    assert wants_window(arguments) is window


def test_the_folder_is_found_in_both_spellings() -> None:
    assert folder_of(["--data", "/a"]) == folder_of(["--data=/a"]) == Path("/a")
    assert folder_of(["--data"]) is None
