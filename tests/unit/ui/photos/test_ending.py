"""After the second look only who may release is led to the release."""

import pytest

from smadmin.ui.photos.ending import next_of


@pytest.mark.parametrize(
    ("waits", "releases", "confined", "step"),
    [
        (True, True, True, "then-release"),
        (True, True, False, "then-release"),
        (True, False, True, "then-give-back"),
        (True, False, False, "then-hand-over"),
        (False, False, True, "back-to-sheet"),
    ],
)
def test_who_may_not_release_gets_what_comes_next_instead(
    waits: bool, releases: bool, confined: bool, step: str
) -> None:
    assert next_of(waits=waits, releases=releases, confined=confined)[1] == step
