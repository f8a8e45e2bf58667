"""What readers see of a post: where it folds, what is cut, which link gets a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.accounts import Platform
from smadmin.domain.appearing import WHOLE, Cut, Several, Shown, card_of, cut_of, fold_at
from tests.policies import platforms

NEVER = Shown()
EARLY = Shown(fold_characters=10, fold_lines=2)


@pytest.mark.parametrize(
    ("text", "shown", "at"),
    [
        ("a" * 5000, NEVER, None),
        ("a" * 10, EARLY, None),
        ("a" * 11, EARLY, 10),
        ("👩‍👩‍👧‍👦" * 11, EARLY, 70),
        ("a\nb", EARLY, None),
        ("a\nb\nc", EARLY, 4),
        ("a\n\nb", EARLY, 3),
        ("a\n" + "b" * 200, Shown(fold_lines=3), 2 + 140),
        ("", EARLY, None),
    ],
)
def test_a_text_folds_after_so_many_characters_or_lines(text: str, shown: Shown, at: int | None) -> None:
    assert fold_at(text, shown) == at


@pytest.mark.parametrize(
    ("platform", "length", "folds"),
    [
        (Platform.X, 280, False),
        (Platform.INSTAGRAM, 90, False),
        (Platform.INSTAGRAM, 126, True),
        (Platform.LINKEDIN, 211, True),
        (Platform.FACEBOOK, 478, True),
        (Platform.WORDPRESS, 50_000, False),
    ],
)
def test_the_platforms_fold_where_their_facts_say(platform: Platform, length: int, folds: bool) -> None:
    assert (fold_at("a" * length, platforms()[platform].shown) is not None) is folds


def test_a_single_picture_is_cut_in_its_middle_where_it_is_too_wide_or_too_high() -> None:
    shown = Shown(widest=2.0, tallest=0.8)

    assert cut_of((4000, 1000), shown, place=0, shapes=(4.0,)) == Cut(left=0.25, right=0.75)
    assert cut_of((1000, 2500), shown, place=0, shapes=(0.4,)) == Cut(top=0.25, bottom=0.75)
    assert cut_of((3000, 2000), shown, place=0, shapes=(1.5,)) == WHOLE


def test_several_pictures_are_cut_to_the_first_ones_shape_where_the_platform_does_so() -> None:
    shown = Shown(widest=1.91, tallest=0.8, several=Several.FIRST)

    assert cut_of((1000, 1000), shown, place=0, shapes=(1.0, 2.0)) == WHOLE
    assert cut_of((2000, 1000), shown, place=1, shapes=(1.0, 2.0)) == Cut(left=0.25, right=0.75)


@pytest.mark.parametrize(
    ("many", "place", "shape"), [(2, 1, 7 / 8), (3, 0, 7 / 8), (3, 2, 7 / 4), (4, 3, 7 / 4), (7, 0, 7 / 4)]
)
def test_a_grid_cuts_each_picture_to_its_place(many: int, place: int, shape: float) -> None:
    cut = cut_of((1500, 1000), Shown(several=Several.GRID), place=place, shapes=(1.5,) * many)

    assert (cut.right - cut.left) * 1.5 / (cut.bottom - cut.top) == pytest.approx(shape)


def test_pictures_that_stay_whole_lose_nothing() -> None:
    assert cut_of((9000, 100), NEVER, place=1, shapes=(90.0, 90.0)).lost == 0


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(1, 10), st.sampled_from(list(Platform)))
def test_no_cut_leaves_the_picture(width: int, height: int, many: int, platform: Platform) -> None:
    shapes = (width / height,) * many
    for place in range(many):
        cut = cut_of((width, height), platforms()[platform].shown, place=place, shapes=shapes)

        assert 0 <= cut.left < cut.right <= 1
        assert 0 <= cut.top < cut.bottom <= 1


def test_the_first_link_gets_a_card_unless_there_are_pictures() -> None:
    text = "Menu: lincoln.org/menu and https://a.org"

    assert card_of(text, Shown(card=True), pictures=0) == "lincoln.org/menu"
    assert card_of(text, Shown(card=True), pictures=1) is None
    assert card_of(text, NEVER, pictures=0) is None
    assert card_of("no link", Shown(card=True), pictures=0) is None
