"""Slips are found and mended; dots, times, links and fine repetitions aren't slips."""

import pytest

from smadmin.domain.policy.checks.punctuation import DoubledWord, Punctuation
from tests.policies import marked, mended


@pytest.mark.demand("BLO-A8")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We did it!!!", "!!!"),
        ("A hat , a bottle", " ,"),
        ("It is open.Please wait.", "."),
        ("Wait.. what", ".."),
        ("La biblioteca abre hoy para todos. Quieren venir con la familia?", "Quieren venir con la familia?"),
    ],
)
def test_a_slip_is_found(text: str, words: str) -> None:
    assert marked(Punctuation(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Wait... what?!",
        "We did it!!",
        "At 7:35 a.m. we open. U.S. history",
        "https://a.example/x.Y,z",
        "¿Quieren venir? ¡Sí!",
        "مرحبا ، أهلا",
    ],
)
def test_fine_marks_are_left_alone(text: str) -> None:
    assert marked(Punctuation(), text) == []


@pytest.mark.demand("BLO-A8")
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Call \u202a443-555-0100\u202c today.", "Call 443-555-0100 today."),
        ("See \u202eriaf eht\u202c and \u202dit\u202c.", "See riaf eht and it."),
        ("One\n\u2066two", "One\ntwo"),
    ],
)
def test_marks_that_turn_letters_around_are_told_and_taken_out(text: str, after: str) -> None:
    assert mended(Punctuation(), text) == [after]


def test_a_line_written_from_the_right_may_have_them() -> None:
    assert marked(Punctuation(), "Welcome\n\u202bمرحبتم بكم\u202c 5\nשלם \u2066ABC\u2069 רחב") == []


@pytest.mark.demand("BLO-A8")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Use the the front door.", "the the"),
        ("Our mural is\nis done", "is\nis"),
        ("La puerta de de atrás", "de de"),
    ],
)
def test_a_doubled_word_is_found(text: str, words: str) -> None:
    assert marked(DoubledWord(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A very very long line",
        "that that line",
        "Bye bye, summer!",
        "New York, New York",
        "Go, go, go",
        "Walla Walla",
        "muy muy bien",
    ],
)
def test_words_that_may_stand_twice_are_left_alone(text: str) -> None:
    assert marked(DoubledWord(), text) == []


@pytest.mark.parametrize(
    ("text", "mended_text"),
    [
        ("We did it!!!", "We did it!"),
        ("A hat ,a bottle", "A hat, a bottle"),
        ("It is open.Please wait.", "It is open. Please wait."),
        ("La sala abre hoy para todos. Quieren venir?", "La sala abre hoy para todos. \u00bfQuieren venir?"),
    ],
)
def test_a_slip_is_mended(text: str, mended_text: str) -> None:
    assert mended(Punctuation(), text) == [mended_text]
