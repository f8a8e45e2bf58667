"""A week that was signed on paper: what is read back, and what lacks."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.given_weeks import GivenWeek, given_week_blockers
from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.people import Role

MONDAY = date(2026, 11, 16)
GIVEN = GivenWeek(PersonId("pat"), "paper", MONDAY, 7, "ABCD")


def test_a_page_without_scan_isnt_read_back() -> None:
    assert GivenWeek.from_plain(GIVEN.to_plain(MediaId("m"))) == GIVEN
    with pytest.raises(ValueError, match="short text"):
        GivenWeek.from_plain(GIVEN.to_plain(None))


def test_all_that_lacks_on_a_page_is_said_at_once() -> None:
    found = given_week_blockers(
        replace(GIVEN, how="", day=date(2027, 1, 1)),
        MONDAY,
        by=PersonId("ana"),
        planners={PersonId("ana")},
        roles=frozenset({Role.ADMINISTRATOR}),
        today=MONDAY,
        printed=None,
        letters=None,
        changed=True,
        scan=None,
    )

    assert [one.message.id for one in found] == [
        "weeksign.other-enters",
        "weeksign.not-office",
        "weeksign.how-missing",
        "weeksign.day-ahead",
        "weeksign.letters-wrong",
        "weeksign.scan-missing",
    ]
