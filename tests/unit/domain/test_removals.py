"""What is asked before a post is taken down, and what a signed row of that says."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.people import Role
from smadmin.domain.removals import (
    WORDS_MOST,
    Ground,
    Wish,
    begin_blockers,
    begun_of,
    wish_blockers,
    wish_plain,
)

AT = datetime(2026, 11, 16, 15, tzinfo=UTC)


def test_a_row_says_what_was_wished() -> None:
    wish = Wish(Ground.OVER, "It has passed")

    told = wish_plain(wish, "https://x.com/1", captured=True, by_hand=False)
    begun = begun_of(told, PublicationId("p"), AccountId("a"), by=None, at=AT)

    assert (begun.ground, begun.link, begun.captured, begun.by_hand) == (
        Ground.OVER,
        "https://x.com/1",
        True,
        False,
    )
    assert "words" not in told


@pytest.mark.parametrize(
    "spoilt", [{}, {"ground": "viewpoint", "link": "", "captured": True, "by_hand": False}]
)
def test_anything_else_is_no_beginning(spoilt: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        begun_of(spoilt, PublicationId("p"), AccountId("a"), by=None, at=AT)


@pytest.mark.parametrize(
    ("words", "fine"), [("", False), (" ", False), ("x" * (WORDS_MOST + 1), False), ("It is over", True)]
)
def test_a_reason_in_own_words_is_owed(words: str, fine: bool) -> None:
    assert (wish_blockers(Wish(Ground.OTHER, words)) == ()) is fine


@pytest.mark.parametrize("role", Role)
def test_whoever_publishes_leads_or_speaks_for_the_district_takes_down(role: Role) -> None:
    assert begin_blockers(out=True, roles=frozenset({role}), before=None) == ()
    assert begin_blockers(out=True, roles=frozenset(), before=None)
    assert begin_blockers(out=False, roles=frozenset({role}), before=None)
