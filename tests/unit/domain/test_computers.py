"""Which acts a personal computer doesn't take, and when it asks for the reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.computers import Computer, Owner, act_reasons, may_describe
from smadmin.domain.ids import SeatId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun

SAID = datetime(2026, 11, 16, 15, tzinfo=UTC)
OWN = Computer(SeatId("seat"), Owner.PERSONAL, "Ana's laptop", whys={"ana": SAID})


def refused(
    computer: Computer | None, act: Act, noun: Noun, person: str = "ana", sat_down: datetime | None = SAID
) -> list[str]:
    now = SAID + timedelta(hours=1)
    found = act_reasons(computer, act, noun, person=person, since=sat_down, now=now)
    return [one.message.id for one in found]


@pytest.mark.demand("BAL-B1g2")
@pytest.mark.parametrize("act", [Act.SUBMIT, Act.APPROVE, Act.HAND_OUT, Act.SECOND_LOOK, Act.REVEAL])
def test_each_person_says_the_reason_for_themselves(act: Act) -> None:
    assert refused(OWN, act, Noun.POSTS) == []
    assert refused(OWN, act, Noun.POSTS, "bo") == ["computers.say-why-first"]
    assert refused(replace(OWN, owner=Owner.SCHOOL), act, Noun.POSTS, "bo") == []


@pytest.mark.demand("BAL-B1g2")
def test_what_was_said_before_they_sat_down_or_by_a_clock_ahead_is_no_reason_now() -> None:
    later = SAID + timedelta(minutes=1)
    ahead = replace(OWN, whys={"ana": SAID + timedelta(days=1)})

    assert refused(OWN, Act.SUBMIT, Noun.POSTS, sat_down=later) == ["computers.say-why-first"]
    assert refused(OWN, Act.SUBMIT, Noun.POSTS, sat_down=None) == ["computers.say-why-first"]
    assert refused(ahead, Act.SUBMIT, Noun.POSTS) == ["computers.say-why-first"]


def test_anybody_says_that_it_is_their_own_and_that_it_is_the_school_s_not_a_reviewer() -> None:
    reviewer, runs, leads = frozenset({Role.REVIEWER}), frozenset({Role.ADMINISTRATOR}), {Role.PRINCIPAL}

    assert [may_describe(None, one, reviewer) for one in (Owner.PERSONAL, Owner.SCHOOL)] == [True, False]
    assert may_describe(None, Owner.SCHOOL, runs)
    assert not may_describe(None, Owner.PERSONAL, frozenset())
    assert not may_describe(OWN, Owner.SCHOOL, runs)
    assert may_describe(OWN, Owner.SCHOOL, frozenset(leads))


@pytest.mark.parametrize("act", [Act.EXPIRE_PATTERNS, Act.REMOVE, Act.VOID, Act.DROP])
def test_what_only_takes_away_waits_for_no_reason(act: Act) -> None:
    assert refused(OWN, act, Noun.STUDENTS, "bo") == []
