"""What is written like a full name: common given names, and words no dictionary knows in small letters."""

import pytest

from smadmin.domain.policy.name_shapes import shapes
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school


def shaped(text: str, *, sure: bool = True) -> list[str]:
    return [
        text[one.span.start : one.span.end]
        for one in shapes(Reading(text), sample_school())
        if one.sure or (one.named and not sure)
    ]


@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Itzel Torres won.", "Itzel Torres"),
        ("Well done Wojciech Doe!", "Wojciech Doe"),
        ("Congrats to Polina Beyer!", "Polina Beyer"),
        ("Amara-Joy Okonkwo-Bell sang.", "Amara-Joy Okonkwo-Bell"),
        ("Ximena de la Cruz sang.", "Ximena de la Cruz"),
        ("Jordan T. Lee read.", "Jordan T. Lee"),
        ("The Ewa Shanker twins sang.", "Ewa Shanker"),
        ("María Elena Ruiz sang.", "María Elena Ruiz"),
        ("whoevers kid is dalton prewhitt come get him", "dalton prewhitt"),
    ],
)
def test_a_name_is_seen_whole(text: str, name: str) -> None:
    assert shaped(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Denver Broncos won.",
        "We hiked in Mesa Verde.",
        "Chromebook Insurance is due.",
        "Principal Wojciech Doe read.",
        "Spelling Bee on Friday.",
        "Off to Yellowstone National Park",
        "#Itzel Torres",
        "wojciech doe",
    ],
)
def test_places_and_things_are_no_names(text: str) -> None:
    assert shaped(text) == []


def test_an_uncommon_name_with_a_doubtful_surname_wants_a_cue_beside_it() -> None:
    assert shaped("Student of the month: Itzel Thunder.") == []
    assert shaped("Student of the month: Itzel Thunder.", sure=False) == ["Itzel Thunder"]
