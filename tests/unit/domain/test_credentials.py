"""Credentials: what is odd about a log-in is known without opening it."""

import pytest

from smadmin.domain.credentials import Doubt, doubts_of
from smadmin.domain.ids import PersonId
from smadmin.domain.log_ins import LogIn, SecondStep
from smadmin.domain.people import Person

DOMAINS = ("lincoln.example",)
STAFF = (
    Person(PersonId("1"), "Ana Brooks", email="abr@lincoln.example"),
    Person(PersonId("2"), "Kim Lee"),
)


@pytest.mark.demand("BAL-B1b2")
@pytest.mark.parametrize(
    ("box", "doubt"),
    [
        ("social@lincoln.example", None),
        ("social@office.lincoln.example", None),
        ("sleepover@lincoln.example", None),
        ("", None),
        ("abr@lincoln.example", Doubt.SOMEBODYS),
        ("ana.brooks@lincoln.example", Doubt.SOMEBODYS),
        ("lincoln.es@gmail.com", Doubt.ELSEWHERE),
    ],
)
def test_a_mailbox_that_would_leave_with_somebody_is_told(box: str, doubt: Doubt | None) -> None:
    log_in = LogIn("lincoln", "word", email=box)

    found = doubts_of(log_in, people=STAFF, domains=DOMAINS, weak=False)

    assert found == (() if doubt is None else (doubt,))


def test_a_user_name_that_is_an_address_counts_as_the_mailbox() -> None:
    found = doubts_of(LogIn("me@gmail.com", "word"), people=(), domains=DOMAINS, weak=False)

    assert found == (Doubt.ELSEWHERE,)


def test_somebodys_telephone_and_an_easy_password_are_told() -> None:
    on_phone = LogIn("lincoln", "word", second=SecondStep.PHONE)
    with_seed = LogIn("lincoln", "word", second=SecondStep.PHONE, seed="JBSWY3DPEHPK3PXP")

    assert doubts_of(on_phone, people=(), domains=DOMAINS, weak=True) == (Doubt.PHONE, Doubt.WEAK)
    assert doubts_of(with_seed, people=(), domains=DOMAINS, weak=False) == ()
