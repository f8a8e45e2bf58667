"""An account goes from somebody to somebody: what is signed of it, and what follows. Pure."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.canonical import Plain
from smadmin.domain.handing_over import HandOver, hand_over_blockers, hand_over_of, with_hand_overs
from smadmin.domain.ids import PersonId
from smadmin.domain.lives import Asked, Life, LifeRow
from smadmin.domain.vocabulary import Act

ANA, KIM, PAT = PersonId("ana"), PersonId("kim"), PersonId("pat")
AT = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


def row(seq: int, part: dict[str, Plain] | None) -> LifeRow:
    return LifeRow(seq, Act.HAND_OVER, PAT, frozenset(), AT, part)


def test_a_row_is_read_as_it_was_signed() -> None:
    handed = HandOver(ANA, (KIM,), since=7)

    assert hand_over_of(row(9, handed.to_plain())) == handed


@pytest.mark.parametrize("part", [None, {}, {"from": "ana", "to": "kim", "since": 1}])
def test_a_row_of_another_shape_is_no_hand_over(part: dict[str, Plain] | None) -> None:
    assert hand_over_of(row(9, part)) is None


@pytest.mark.parametrize(("seq", "reads"), [(9, KIM), (3, ANA)])
def test_who_takes_it_over_reads_the_comments_unless_it_was_answered_since(seq: int, reads: PersonId) -> None:
    request = AccountRequest(("a",), "families", 30, comments=True, monitor=ANA, administrator=PAT)
    life = Life((), asked=Asked(5, PAT, frozenset(), AT, request))

    told = with_hand_overs(life, [row(seq, HandOver(ANA, (KIM,)).to_plain())])

    assert told.asked is not None
    assert (told.asked.request.monitor, told.asked.request.administrator) == (reads, PAT)


@pytest.mark.parametrize(
    ("giver", "taker", "said"),
    [
        (ANA, KIM, None),
        (KIM, ANA, "accounts.not-in-their-hands"),
        (ANA, ANA, "accounts.hand-to-whom"),
        (ANA, None, "accounts.hand-to-whom"),
    ],
)
def test_it_goes_from_who_has_it_to_somebody_else(
    giver: PersonId, taker: PersonId | None, said: str | None
) -> None:
    reasons = hand_over_blockers(giver, taker, frozenset({ANA}))

    assert [one.message.id for one in reasons] == ([] if said is None else [said])
