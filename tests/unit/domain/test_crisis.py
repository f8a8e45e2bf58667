"""A crisis hold keeps every post but notices, and its reason is a sentence."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.crisis import WHY_MOST, Crisis, reasons_for, why_blockers

CRISIS = Crisis(7, "Pat Winters", datetime(2026, 11, 16, 15, tzinfo=UTC))


@pytest.mark.parametrize("mandate", list(ReleaseBy))
def test_only_what_was_signed_in_advance_goes_out(mandate: ReleaseBy) -> None:
    assert bool(reasons_for(CRISIS, mandate)) is (mandate is not ReleaseBy.NOTICE)
    assert reasons_for(None, mandate) == ()


@pytest.mark.parametrize(
    ("why", "told"),
    [("A storm.", []), (" ", ["powers.reason-missing"]), ("x" * (WHY_MOST + 1), ["powers.sentence-long"])],
)
def test_a_reason_is_a_sentence_of_bearable_length(why: str, told: list[str]) -> None:
    assert [one.message.id for one in why_blockers(why)] == told
