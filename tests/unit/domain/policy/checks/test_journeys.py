"""Where children are and where they go is found; ways within the house and of last week aren't."""

import pytest

from smadmin.domain.policy.checks.journeys import Away, CheckIn
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school


def check_ins(text: str) -> int:
    return len(list(CheckIn().hits(Reading(text), sample_school())))


def away(text: str) -> int:
    return len(list(Away().hits(Reading(text), sample_school())))


@pytest.mark.demand("WIC-G4")
@pytest.mark.parametrize(
    "text",
    [
        "Kids are waiting at the corner of Elm and 5th.",
        "Marcus walks home alone every day.",
        "Having lunch at Shakey's Pizza with the chess club!",
        "We're at the Denver Zoo, the lions are awake!",
        "Right now our 4th graders are at Coors Field.",
    ],
)
def test_where_children_are_now_is_found(text: str) -> None:
    assert check_ins(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We're at the Lincoln Elementary gym.",
        "Students met at Memorial Park last Saturday.",
        "Join us at the Denver Zoo on Friday.",
        "Nobody should feel alone here.",
    ],
)
def test_the_own_house_and_other_days_are_no_check_ins(text: str) -> None:
    assert check_ins(text) == 0


@pytest.mark.demand("SOC-O10")
@pytest.mark.parametrize(
    "text",
    [
        "We're all on the bus headed to the zoo!",
        "Off to Washington for three days with 40 kids!",
        "Our band is traveling to Boulder tomorrow.",
        "The bus leaves for the aquarium at 8.",
        "Our whole fifth grade will be gone until Friday.",
    ],
)
def test_who_sets_out_is_found(text: str) -> None:
    assert away(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Our 5th graders are off to a great start.",
        "We are headed to the gym.",
        "We are on our way to 1,000 books!",
        "The class went to the zoo yesterday and is going to write about it.",
        "The bus leaves at 3:10 each day.",
    ],
)
def test_ways_in_the_house_are_no_journeys(text: str) -> None:
    assert away(text) == 0
