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


@pytest.mark.parametrize(
    "text",
    [
        "office@lincoln.k12.md.us",
        "Kim@mail.LINCOLN.k12.md.us",
        "info@sciencecenter.org",
        "@lincoln_es",
        "a@b",
    ],
)
def test_own_addresses_and_offices_are_left_alone(text: str) -> None:
    assert marked(MAIL, text) == []
