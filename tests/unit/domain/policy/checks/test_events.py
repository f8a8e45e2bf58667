"""Other people's events are found, and our own without a date or a link."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.events import EventDetails, ThirdPartyEvent
from smadmin.domain.policy.context import Paragraph
from smadmin.domain.policy.reading import Reading
from tests.policies import SCHOOL, marked


@pytest.mark.demand("SOC-C3")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The circus is coming to town!", "circus"),
        ("Soccer camp hosted by Mile High Kickers", "hosted by Mile High Kickers"),
        ("Clases organizadas por Academia Dragón", "organizadas por Academia Dragón"),
    ],
)
def test_somebody_elses_event_is_found(text: str, words: str) -> None:
    assert marked(ThirdPartyEvent(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Our first graders put on a circus.",
        "Bake sale hosted by the PTA",
        "A night run by Lincoln Elementary",
        "Lessons taught by Ms. Ortega",
        "Led and presented by Kim Nguyen",
        "Fourth grade reads about the rodeo.",
    ],
)
def test_the_schools_own_is_left_alone(text: str) -> None:
    assert marked(ThirdPartyEvent(), text) == []


def told(*paragraphs: str) -> list[str]:
    """Give the message ids about a post's events."""
    read, start = [], 0
    for text in paragraphs:
        read.append(Paragraph(start, Reading(text)))
        start += len(text) + 2
    return [hit.message.id for hit in EventDetails().hits(read, SCHOOL)]


@pytest.mark.demand("WIC-P12")
def test_an_event_without_a_date_or_a_link_is_found_once() -> None:
    assert told("Come to our art show and our book fair!") == ["policy.event-no-date"]
    assert told("The book fair opens Monday.") == ["policy.event-no-link"]
    assert told("Vengan al concierto de invierno.") == ["policy.event-no-date"]


@pytest.mark.demand("WIC-P12")
def test_the_schools_own_site_is_offered_where_an_event_has_no_link() -> None:
    first, second = "Good news!", "The book fair opens Monday. "
    read = [Paragraph(0, Reading(first)), Paragraph(len(first) + 2, Reading(second))]
    context = replace(SCHOOL, domains=("lincoln.example", "mail.lincoln.example"))
    (hit,) = EventDetails().hits(read, context)

    assert hit.remedy is not None
    assert hit.remedy.judged  # which page of it, a person knows
    assert hit.remedy.mended(f"{first}\n\n{second}") == (
        f"{first}\n\nThe book fair opens Monday. https://lincoln.example "
    )
    (unknown,) = EventDetails().hits(read, replace(SCHOOL, domains=()))
    assert unknown.remedy is None


def test_date_and_link_may_stand_in_another_paragraph() -> None:
    assert told("Come to our art show!", "Friday at 5: https://lincoln.example/art") == []


@pytest.mark.parametrize(
    "text",
    [
        "Thank you to everyone who came to the book fair on Monday.",
        "The concert was wonderful.",
        "We love a parade.",
    ],
)
def test_what_is_over_is_left_alone(text: str) -> None:
    assert told(text) == []
