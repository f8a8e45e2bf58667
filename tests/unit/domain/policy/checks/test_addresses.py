"""A home is found; the school, parks and halls aren't homes."""

import pytest

from smadmin.domain.policy.checks.addresses import StreetAddress
from tests.policies import marked


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.demand("WIC-G1")
@pytest.mark.demand("YEL-C1")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The party is at James's house, 418 Maple Street.", "418 Maple Street"),
        ("12 Oak Ave is where Maya lives.", "12 Oak Ave"),
        ("12 Oak Ave: my family lives there.", "12 Oak Ave"),
        ("It is 12 Oak Street. Maya lives there.", "12 Oak Street"),
        ("He lives at 7 N. Juniper Ct by the creek", "7 N. Juniper Ct"),
        ("Maria gets off at the corner of Pine Street and 4th Avenue.", "Pine Street and 4th Avenue"),
        ("La familia vive en la calle Pino 233.", "calle Pino 233"),
    ],
)
def test_where_somebody_lives_is_found(text: str, words: str) -> None:
    assert marked(StreetAddress(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "We are at 1200 Lark Lane, across from the fire station.",
        "Open house at Riverside Park, 350 River Road, 10 a.m.",
        "Home game at 4200 Stadium Drive on Friday",
        "Our school at 12 Oak Ave is where kindness lives.",
        "Turn left on Maple Street.",
        "The bus waits at the corner of Pine Street and 4th Avenue.",
        "We raised $418 Maple Street style",
    ],
)
def test_public_places_are_left_alone(text: str) -> None:
    assert marked(StreetAddress(), text) == []
