"""Made passwords fit what a platform asks for, and differ."""

import random
from collections.abc import Sequence

import pytest

from smadmin.domain.passwords import LETTERS, Kind, PasswordRule, Pick, Style, made

WORDS = ("acorn", "bramble", "cobalt", "dolphin", "ember", "falcon", "granite")


def pick_by(seed: int) -> Pick:
    chance = random.Random(seed)  # noqa: S311  tests want the same lots each time

    def pick(several: Sequence[str]) -> str:
        return several[chance.randrange(len(several))]

    return pick


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    "rule",
    [
        PasswordRule(),
        PasswordRule(least=30),
        PasswordRule(most=LETTERS),
        PasswordRule(kinds=(Kind.SMALL, Kind.DIGIT)),
        PasswordRule(signs="_"),
        PasswordRule(kinds=()),
    ],
)
def test_a_made_password_fits_what_the_platform_asks_for(rule: PasswordRule, style: Style) -> None:
    for seed in range(40):
        password = made(rule, style, pick=pick_by(seed), words=WORDS)

        assert rule.fits(password), password


def test_letters_that_look_alike_are_left_out() -> None:
    many = "".join(made(PasswordRule(), Style.LETTERS, pick=pick_by(seed)) for seed in range(60))

    assert not set("lIO01") & set(many)


def test_words_stand_with_a_joint_and_a_number() -> None:
    said = made(PasswordRule(), Style.WORDS, pick=pick_by(1), words=WORDS)

    assert [one.lower() in WORDS for one in said.split("-")] == [True] * 5 + [False]


def test_no_two_are_alike() -> None:
    some = {made(PasswordRule(), Style.LETTERS, pick=pick_by(seed)) for seed in range(50)}

    assert len(some) == 50
    assert {len(one) for one in some} == {LETTERS}


@pytest.mark.parametrize(
    ("password", "fits"),
    [("Aa1!Aa1!Aa1!", True), ("Aa1!", False), ("aa1!aa1!aa1!", False), ("Aa1!" * 40, False)],
)
def test_a_password_is_held_against_the_rule(password: str, fits: bool) -> None:
    assert PasswordRule().fits(password) is fits
