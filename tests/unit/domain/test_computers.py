"""Which acts a personal computer doesn't take, and when it asks for the reason."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.computers import Computer, Owner, act_reasons
from smadmin.domain.ids import SeatId
from smadmin.domain.vocabulary import Act, Noun

TODAY = date(2026, 11, 16)
OWN = Computer(SeatId("seat"), Owner.PERSONAL, "Ana's laptop", why_on={"ana": TODAY})


def refused(computer: Computer | None, act: Act, noun: Noun, person: str = "ana") -> list[str]:
    return [one.message.id for one in act_reasons(computer, act, noun, person=person, today=TODAY)]


@pytest.mark.demand("BAL-B1g2")
@pytest.mark.parametrize("act", [Act.SUBMIT, Act.APPROVE, Act.HAND_OUT, Act.SECOND_LOOK, Act.REVEAL])
def test_each_person_says_the_reason_for_themselves(act: Act) -> None:
    assert refused(OWN, act, Noun.POSTS) == []
    assert refused(OWN, act, Noun.POSTS, "bo") == ["computers.say-why-first"]
    assert refused(replace(OWN, owner=Owner.SCHOOL), act, Noun.POSTS, "bo") == []


@pytest.mark.parametrize("act", [Act.EXPIRE_PATTERNS, Act.REMOVE, Act.VOID, Act.DROP])
def test_what_only_takes_away_waits_for_no_reason(act: Act) -> None:
    assert refused(OWN, act, Noun.STUDENTS, "bo") == []
