"""The look's promises about contrast, measured."""

import pytest

from smadmin.ui.theme import (
    AA_SHAPE,
    AA_TEXT,
    DARK,
    LIGHT,
    State,
    TextSizes,
    Tokens,
    contrast,
    mixed,
    state_colours,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
@pytest.mark.parametrize("surface", ["background", "card", "side", "hover", "accent_soft"])
def test_text_is_readable_on_every_surface(theme: Tokens, ink: str, surface: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, surface)) >= AA_TEXT


@THEMES
@pytest.mark.parametrize("state", list(State))
def test_a_states_word_is_readable_on_its_soft_surface_and_on_cards(theme: Tokens, state: State) -> None:
    ink, soft = state_colours(state, theme)

    assert contrast(ink, soft) >= AA_TEXT
    assert contrast(ink, theme.card) >= AA_TEXT
    assert contrast(ink, theme.background) >= AA_TEXT
    assert contrast(theme.ink, soft) >= AA_TEXT


@THEMES
def test_the_main_buttons_words_are_readable_also_while_hovered(theme: Tokens) -> None:
    assert contrast(theme.on_accent, theme.accent) >= AA_TEXT
    assert contrast(theme.on_accent, theme.accent_hover) >= AA_TEXT


@THEMES
@pytest.mark.parametrize("surface", ["background", "card", "side"])
def test_fields_edges_and_focus_rings_stand_out(theme: Tokens, surface: str) -> None:
    assert contrast(theme.edge, getattr(theme, surface)) >= AA_SHAPE
    assert contrast(theme.accent, getattr(theme, surface)) >= AA_SHAPE


@THEMES
def test_a_tooltip_is_readable(theme: Tokens) -> None:
    assert contrast(theme.card, theme.ink) >= AA_TEXT


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_mixing_half_of_white_into_black_is_grey() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        contrast("red", "#ffffff")


def test_text_sizes_double_at_200_percent() -> None:
    assert (TextSizes(1.0).title, TextSizes(1.0).text, TextSizes(1.0).note) == (21, 14, 12.5)
    assert (TextSizes(2.0).title, TextSizes(2.0).text, TextSizes(2.0).note) == (42, 28, 25)
