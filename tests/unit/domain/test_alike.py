"""Texts that say nearly the same."""

import pytest

from smadmin.domain.alike import nearly_equal, pairs_of

GAME = "Game day! Our Larks play the Lincoln Lions on Friday at 7 pm, East Field. Come and cheer."


def alike(one: str, other: str) -> bool:
    return nearly_equal(pairs_of(one), pairs_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GAME, GAME),
        (GAME, GAME.upper() + " 🎉 https://lincoln.org/news"),
        (GAME, GAME.replace("Come and cheer.", "Come & cheer!")),
        ("¡Mañana no hay clases por la nieve!", "manana no hay clases por la nieve"),
        ("No school today.", "no school TODAY"),
    ],
)
def test_the_same_said_a_little_differently_is_nearly_equal(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GAME, GAME.replace("Lincoln Lions on Friday at 7", "Adams Bears on Tuesday at 6")),
        (GAME, GAME + " Tickets are 5 dollars for adults, and free for every student who brings a card."),
        ("No school today.", "No school tomorrow."),
        ("", ""),
        ("🎉", "🎉"),
    ],
)
def test_another_event_is_another_text(one: str, other: str) -> None:
    assert not alike(one, other)
