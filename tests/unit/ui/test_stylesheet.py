"""The style sheet is made of the theme's values only."""

import re

import pytest

from smadmin import resources
from smadmin.ui.stylesheet import stylesheet
from smadmin.ui.theme import DARK, LIGHT, TextSizes, Tokens

THEMES = pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK)])


@THEMES
def test_every_colour_is_a_token(name: str, theme: Tokens) -> None:
    used = set(re.findall(r"#[0-9a-fA-F]{6}", stylesheet(theme, TextSizes())))

    assert used
    assert used <= set(vars(theme).values())


@THEMES
@pytest.mark.parametrize(
    ("icon", "token"), [("chevron-down", "muted"), ("chevron-up", "muted"), ("check", "on_accent")]
)
def test_the_controls_drawings_have_the_themes_colours(
    name: str, theme: Tokens, icon: str, token: str
) -> None:
    drawing = resources.find(f"icons/controls/{name}/{icon}.svg").read_text("utf-8")

    assert f'stroke="{getattr(theme, token)}"' in drawing


@THEMES
def test_fonts_double_at_200_percent(name: str, theme: Tokens) -> None:
    assert "font-size: 42px" in stylesheet(theme, TextSizes(2.0))
    assert "font-size: 21px" not in stylesheet(theme, TextSizes(2.0))
