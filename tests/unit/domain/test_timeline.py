"""What a record's rows say of the time: what counts, what is disputed, and how a clock stands to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.ids import KeyId, SchoolId
from smadmin.domain.records import Body
from smadmin.domain.timeline import CLOCK_LEEWAY, REST, ClockState, Timeline

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
YEAR = timedelta(days=365)


def row(seq: int, utc: datetime, names: int | None = None) -> Body:
    return Body(
        SchoolId("s"), seq, utc, None, KeyId("k"), None, "a", "b", None if names is None else str(names)
    )


def timeline(*claims: tuple[int, datetime]) -> Timeline:
    found = Timeline()
    for seq, utc in claims:
        found.claim(row(seq, utc), counts=True)
    return found


def test_the_latest_time_that_counts_is_the_records_own() -> None:
    found = timeline((1, NOON), (2, NOON - YEAR))
    found.claim(row(3, NOON + YEAR), counts=False)

    assert found.latest == NOON
    assert found.judged(row(4, NOON - YEAR)).utc == NOON


def test_a_confirmation_goes_back_to_its_own_time_and_tells_what_was_later() -> None:
    found = timeline((1, NOON), (2, NOON + YEAR), (3, NOON + timedelta(hours=1)), (4, NOON + 2 * YEAR))
    said = row(5, NOON + timedelta(hours=2), names=2)

    assert found.names(said)
    found.confirm(said)

    assert found.latest == said.utc
    assert [one.seq for one in found.confirmed[0].disputed] == [2, 4]
    assert [one.seq for one in found.standing] == [1, 3, 5]


@pytest.mark.parametrize("names", [1, 3, None])
def test_it_names_the_first_row_that_is_later_than_itself(names: int | None) -> None:
    found = timeline((1, NOON), (2, NOON + YEAR), (3, NOON + YEAR))

    assert not found.names(row(4, NOON, names))


def test_disputed_rows_are_not_disputed_twice() -> None:
    found = timeline((1, NOON), (2, NOON + YEAR))
    found.confirm(row(3, NOON, names=2))

    assert not found.names(row(4, NOON, names=2))


def test_a_copy_goes_on_by_itself() -> None:
    found = timeline((1, NOON))
    other = found.copy()
    other.claim(row(2, NOON + YEAR), counts=True)
    other.confirm(row(3, NOON, names=2))

    assert (found.latest, len(found.standing), found.confirmed) == (NOON, 1, [])


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (NOON - CLOCK_LEEWAY, ClockState.RIGHT),
        (NOON - CLOCK_LEEWAY - timedelta(seconds=1), ClockState.BEHIND),
        (NOON + REST, ClockState.RIGHT),
        (NOON + REST + timedelta(seconds=1), ClockState.AHEAD),
    ],
)
def test_a_clock_is_right_behind_or_so_far_ahead_that_somebody_is_asked(
    now: datetime, state: ClockState
) -> None:
    assert timeline((1, NOON)).state(now) is state


def test_an_empty_record_agrees_with_every_clock() -> None:
    assert Timeline().state(NOON) is ClockState.RIGHT
    assert Timeline().judged(row(1, NOON)) == replace(row(1, NOON))
