"""Misdeeds said of a named person are found; stolen bases and victims aren't."""

import pytest

from smadmin.domain.policy.checks.accusations import Accusation
from tests.policies import marked


@pytest.mark.demand("BLO-IV-B1")
@pytest.mark.demand("WIC-G2")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("James cheated on the quiz.", "cheated"),
        ("Mr. Barnes stole the cash box.", "stole"),
        ("Mr. Barnes took money out of the box.", "took money out"),
        ("Kelly robó una bicicleta.", "robó"),
        ("Tyler was caught vaping behind the gym.", "was caught vaping"),
    ],
)
def test_a_misdeed_of_a_named_person_is_found(text: str, words: str) -> None:
    assert marked(Accusation(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "James stole second base!",
        "Maria stole the show.",
        "Will was bullied last year and now leads our kindness club.",
        "Somebody stole our banner.",
        "We talk about stealing in class.",
        "The Grinch stole Christmas at our play.",
        "El robo de la base por James fue genial.",
    ],
)
def test_games_victims_and_nobody_in_particular_are_left_alone(text: str) -> None:
    assert marked(Accusation(), text) == []
