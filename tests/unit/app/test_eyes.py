"""Workers start early for the commands that look at photos, as many as are asked for, and end with them."""

import pytest

from smadmin.app.eyes import eyes_for, workers_for


@pytest.mark.parametrize(
    ("arguments", "workers"),
    [
        (["photos", "scan", "a.jpg", "--people", "b"], 1),
        (["photos", "scan", "a.jpg", "--people", "b", "--workers", "2"], 2),
        (["photos", "cover", "--workers=3", "a.jpg"], 3),
        (["photos", "scan", "--workers"], 0),
        (["photos", "scan", "--workers", "many"], 0),
        (["photos", "scan", "--workers", "9999"], 0),
        (["photos", "scan", "--help"], 0),
        (["photos", "clean", "a.jpg"], 0),
        (["photos"], 0),
        (["cadence"], 0),
        ([], 0),
    ],
)
def test_as_many_workers_start_as_the_command_will_ask_for(arguments: list[str], workers: int) -> None:
    assert workers_for(arguments) == workers


def test_a_command_without_photos_gets_none() -> None:
    with eyes_for(["cadence"]) as open_folders:
        assert open_folders is None


def test_the_workers_that_were_started_are_the_ones_that_see() -> None:
    with eyes_for(["photos", "scan", "--workers", "2"]) as open_folders:
        assert open_folders is not None
        with open_folders(2) as folders, open_folders(2) as again:
            assert folders._workers is again._workers  # whose processes they are

        with open_folders(1) as others:
            assert others._workers is not folders._workers
