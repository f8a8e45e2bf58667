"""What somebody held at a row's place, and what a row of who leaves is worth."""

from datetime import UTC, datetime

import pytest

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.ids import SchoolId
from smadmin.domain.keys import Trust
from smadmin.domain.people import OFFICE
from smadmin.domain.records import START, Body, Row, row_hash
from smadmin.domain.verification import Auditor, Found
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import fact_of
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


def after(body: Body, trust: Trust) -> Auditor:
    """Give an auditor that has just taken a row, in a school as it stands."""
    auditor = Auditor(Ed25519Verifier())
    auditor.trust = trust
    stored = body.to_bytes()
    auditor.take(Found(Row(stored, START, row_hash(START, stored), bytes(64)), {}, {}, frozenset()))
    return auditor


@pytest.mark.parametrize(
    ("act", "noun", "from_cem", "from_kim"),
    [
        (Act.SIGN_WEEK, Noun.WEEKS, False, False),
        (Act.COUNTERSIGN, Noun.NOTICES, False, False),
        (Act.SECOND_LOOK, Noun.PHOTOS, False, False),
        (Act.GO_LIVE, Noun.ACCOUNTS, False, True),
        (Act.ERASE, Noun.RECORDS, False, True),
        (Act.VOID, Noun.POSTS, True, True),
        (Act.RETIRE, Noun.KEYS, True, True),
        ("of-another-version", Noun.POSTS, True, True),
    ],
)
def test_what_others_would_go_by_counts_for_nothing(
    act: str, noun: str, *, from_cem: bool, from_kim: bool
) -> None:
    """Pat goes; Cem's departure of theirs silences, Kim's lets nobody release by them."""
    body = signed(act, noun)

    for trust, counts in ((going("pat", "cem"), from_cem), (going("pat", "kim"), from_kim), (school(), True)):
        fact = fact_of(after(body, trust), body)
        assert (fact.counts, bool(fact.held)) == (counts, counts)


def test_a_known_act_under_a_noun_that_lacks_it_counts_for_nothing() -> None:
    body = signed(Act.SIGN_WEEK, Noun.POSTS)

    assert not fact_of(after(body, school()), body).counts


def test_a_fact_tells_roles_for_the_school_and_for_single_accounts() -> None:
    office, account = (
        fact_of(after(body, school()), body)
        for body in (signed(Act.SIGN_WEEK, Noun.WEEKS), signed(Act.SIGN_WEEK, Noun.WEEKS, by="kim"))
    )

    assert office.roles & OFFICE
    assert not account.roles
    assert account.any_roles
    assert account.seq == 9
