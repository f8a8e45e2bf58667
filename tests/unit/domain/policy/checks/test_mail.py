"""Private e-mail addresses are found; the school's own and an office's aren't."""

import pytest

from smadmin.domain.policy.checks.mail import EmailAddress
from tests.policies import marked, mended

MAIL = EmailAddress()


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize("address", ["ana.vega@gmail.com", "info@gmail.com", "j.smith+x@some-firm.co.uk"])
def test_a_private_address_is_found_and_taken_out(address: str) -> None:
    assert marked(MAIL, f"Write to {address}.") == [address]
    assert mended(MAIL, f"Write to {address} today, or call.") == ["Write today, or call."]


@pytest.mark.demand("BAL-B1j1")
@pytest.mark.parametrize(
    "address",
    [
        "maya (at) example (dot) org",
        "maya(at)example.org",
        "maya [AT] mail [dot] example [dot] org",
        "maya@example(dot)org",
        "maya at example dot org",
        "maya arroba example punto org",
    ],
)
def test_an_address_spelled_in_words_is_found(address: str) -> None:
    assert marked(MAIL, f"Write to {address}, or call.") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Find us at lincoln dot org, or meet at noon (at) the gym.",
        "office (at) lincoln (dot) k12 (dot) md (dot) us",
        "info (at) sciencecenter (dot) org",
        "Look at the dot to dot page.",
        "office@lincoln.k12.md.us",
        "Kim@mail.LINCOLN.k12.md.us",
        "info@sciencecenter.org",
        "@lincoln_es",
        "a@b",
    ],
)
def test_own_addresses_and_offices_are_left_alone(text: str) -> None:
    assert marked(MAIL, text) == []
