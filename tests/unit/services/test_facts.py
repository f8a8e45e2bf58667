"""What somebody held at a row's place, and what a row of who leaves is worth."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import SchoolId
from smadmin.domain.people import OFFICE
from smadmin.domain.records import Body
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact, held_at
from tests.unit.domain.test_keys import key_of
from tests.unit.domain.test_leavers import going, school

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)


def signed(act: str, noun: str, by: str = "pat") -> Body:
    key = key_of(by)
    return Body(
        chain=SchoolId("s"),
        seq=9,
        utc=AT,
        person=key.person,
        key=key.id,
        seat=None,
        act=act,
        noun=noun,
        id="1",
    )


@pytest.mark.parametrize(
    ("act", "noun", "from_cem", "from_kim"),
    [
        (Act.SIGN_WEEK, Noun.WEEKS, False, False),
        (Act.COUNTERSIGN, Noun.NOTICES, False, False),
        (Act.GO_LIVE, Noun.ACCOUNTS, False, True),
        (Act.ERASE, Noun.RECORDS, False, True),
        (Act.VOID, Noun.POSTS, True, True),
        ("of-another-version", Noun.POSTS, True, True),
    ],
)
def test_what_others_would_go_by_counts_for_nothing(
    act: str, noun: Noun, *, from_cem: bool, from_kim: bool
) -> None:
    body = signed(act, noun)

    assert bool(held_at(going("pat", "cem"), body)) is from_cem
    assert bool(held_at(going("pat", "kim"), body)) is from_kim
    assert held_at(school(), body)


def test_a_fact_tells_roles_for_the_school_and_for_single_accounts() -> None:
    office, account = (
        Fact(body, held_at(school(), body), AT)
        for body in (signed(Act.SIGN_WEEK, Noun.WEEKS), signed(Act.SIGN_WEEK, Noun.WEEKS, by="kim"))
    )

    assert office.roles & OFFICE
    assert not account.roles
    assert account.any_roles
    assert account.seq == 9
