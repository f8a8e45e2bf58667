"""Whom an address may be taken for."""

import pytest

from smadmin.domain.policy.checks.links import LookAlikeLink
from smadmin.domain.policy.checks.look_alikes import known_as
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school

KNOWN = ("lincoln.example", "facebook.com", "x.com")


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("lincolm.example", "lincoln.example"),
        ("linco1n.example", "lincoln.example"),
        ("www.faceb00k.com", "facebook.com"),
        ("facbook.com", "facebook.com"),
        ("faceboko.com", "facebook.com"),
        ("login.facebo\u043ek.com", "facebook.com"),
        ("xn--80ak6aa92e.com", ""),
        ("b\u0430nk.example", ""),
    ],
)
def test_a_look_alike_names_its_model(host: str, site: str) -> None:
    assert known_as(host, KNOWN) == site


@pytest.mark.parametrize(
    "host",
    [
        "lincoln.example",
        "blog.lincoln.example",
        "facebook.com",
        "y.com",
        "museum.example",
        "\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
    ],
)
def test_known_short_and_wholly_foreign_addresses_are_no_look_alikes(host: str) -> None:
    assert known_as(host, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay at paypa1.com today.", 1),
        ("Pay at paypal.com today.", 0),
        ("Write to ana@paypa1.com today.", 0),
        ("We ran fast.Come see us.", 0),
    ],
)
def test_an_address_without_a_scheme_is_one_too(text: str, found: int) -> None:
    assert len(list(LookAlikeLink().hits(Reading(text), sample_school()))) == found


def test_an_address_that_begins_with_a_known_one_looks_like_it_and_a_countrys_own_does_not() -> None:
    assert known_as("facebook.com.sign-in.example", KNOWN) == "facebook.com"
    assert known_as("facebook.com.mx", KNOWN) is None
