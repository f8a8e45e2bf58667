"""A screenshot of somebody's words is found; one of a schedule isn't."""

import pytest

from smadmin.domain.policy.checks.screenshots import Screenshot
from tests.policies import marked


@pytest.mark.demand("BLO-A9")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Here is a screenshot of a parent's post.", "screenshot of a parent's post"),
        ("Screenshot of a comment", "Screenshot of a comment"),
        ("una captura de pantalla del comentario", "captura de pantalla del comentario"),
    ],
)
def test_a_screenshot_of_a_post_is_found(text: str, words: str) -> None:
    assert marked(Screenshot(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A screenshot of the bus schedule",
        "How to take a screenshot",
        "Our screen shows the menu",
    ],
)
def test_other_screenshots_are_left_alone(text: str) -> None:
    assert marked(Screenshot(), text) == []
