"""Words beside a name, in its sentence, and of adults and history."""

import pytest

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.name_cues import beside, of_others, surely_after, told_of
from smadmin.domain.policy.reading import Reading

NAME = "Itzel Torres"


def at(text: str) -> Span:
    return Span(text.index(NAME), text.index(NAME) + len(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "Our wrestler Itzel Torres is ready.",
        "Student of the day: Itzel Torres",
        "Itzel Torres (track) signed.",
        "Itzel Torres, 5th grade, sang.",
    ],
)
def test_a_cue_stands_beside_the_name(text: str) -> None:
    assert beside(Reading(text), at(text))


@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    "text",
    [
        "Itzel Torres scored three goals on Saturday.",
        "Itzel Torres placed second at state.",
        "Itzel Torres made the honor choir.",
        "Perfect attendance in May: Itzel Torres.",
        "Look who finished her 100 book challenge! Itzel Torres!",
        "Itzel Torres from Mr. Hale's 5th grade class won.",
        "Felicidades a Itzel Torres por ganar el concurso.",
        "Way to go boys! Itzel Torres ran well, proud of you boys, nice job kids.",
    ],
)
def test_a_cue_stands_in_the_sentence(text: str) -> None:
    assert told_of(Reading(text), at(text))


@pytest.mark.parametrize(
    "text",
    [
        "Itzel Torres retired after thirty years as a teacher who won an award.",
        "Itzel Torres read to us.",
        "We learned about Itzel Torres, who won the gold medal.",
    ],
)
def test_adults_and_history_are_no_students(text: str) -> None:
    assert not told_of(Reading(text), at(text))


def test_others_are_told_by_their_words() -> None:
    assert of_others("our principal won an award")
    assert not of_others("she won an award")


def test_after_a_grade_two_capitals_are_a_name() -> None:
    text = "third grader Itzel Torres"

    assert surely_after(Reading(text), text.index(NAME))
    assert not surely_after(Reading(text), 0)
