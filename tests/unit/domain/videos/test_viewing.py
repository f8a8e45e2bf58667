"""Seen means seen: what counts as watched."""

from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.videos.viewing import (
    Stretch,
    accounted,
    believable,
    joined,
    least_ms,
    played,
    resume_at,
    seen_percent,
    seen_to_end,
    unseen,
)

MINUTE = 60_000
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "elapsed", "counts"),
    [
        (0, 1_000, 1_000, True),
        (0, 1_500, 1_000, True),  # one and a half times the speed
        (0, 2_500, 1_000, False),  # faster than anybody may watch
        (0, 30_000, 100, False),  # a jump ahead
        (30_000, 10_000, 100, False),  # and one back
        (500, 500, 1_000, False),  # a pause
    ],
)
def test_only_what_played_on_the_screen_counts(
    before: int, after: int, elapsed: int, *, counts: bool
) -> None:
    expected = Stretch(before, after) if counts else None

    assert played(before, after, elapsed_ms=elapsed) == expected


@pytest.mark.demand("SOC-O7")
def test_whoever_skips_the_middle_has_not_seen_the_video() -> None:
    beginning_and_end = (Stretch(0, 10_000), Stretch(50_000, MINUTE))

    assert not seen_to_end(beginning_and_end, MINUTE)
    assert unseen(beginning_and_end, MINUTE) == (Stretch(10_000, 50_000),)
    assert resume_at(beginning_and_end, MINUTE) == 10_000
    assert seen_percent(beginning_and_end, MINUTE) == 33


@pytest.mark.demand("SOC-O7")
def test_pieces_watched_on_two_days_make_a_whole() -> None:
    pieces = (Stretch(30_000, MINUTE), Stretch(0, 20_000), Stretch(19_000, 30_100))

    assert joined(pieces) == (Stretch(0, MINUTE),)
    assert seen_to_end(pieces, MINUTE)
    assert seen_percent(pieces, MINUTE) == 100
    assert resume_at(pieces, MINUTE) == 0


@pytest.mark.parametrize(("last", "whole"), [(59_500, True), (59_400, False)])
def test_half_a_second_may_be_missing_and_no_more(last: int, *, whole: bool) -> None:
    assert seen_to_end((Stretch(0, last),), MINUTE) is whole
    assert (seen_percent((Stretch(0, last),), MINUTE) == 100) is whole


def test_of_a_very_short_video_less_may_be_missing() -> None:
    assert not seen_to_end((Stretch(0, 600),), 1_000)
    assert not seen_to_end((), 300)


def test_nobody_has_seen_a_video_without_a_length() -> None:
    assert not seen_to_end((Stretch(0, 10),), 0)
    assert seen_percent((), 0) == 0
    assert resume_at((), 0) == 0


def test_what_was_watched_fits_the_time_it_took() -> None:
    assert believable((Stretch(0, 9_000),), took_ms=6_000)
    assert not believable((Stretch(0, MINUTE),), took_ms=6_000)


@pytest.mark.demand("SOC-O7")
def test_two_windows_at_once_take_more_time_than_passes() -> None:
    until, refused = None, 0
    for seconds in range(4, 60, 4):  # each window tells of four seconds every four seconds
        for window in (0, 1):
            told = accounted(until, NOON + timedelta(seconds=seconds + window), took_ms=4_000)
            refused += told is None
            until = told or until

    assert refused >= 12


def test_one_window_is_always_accounted_for_also_where_it_is_told_late() -> None:
    until = None
    for seconds in range(4, 60, 4):
        late = 3 if seconds % 12 == 0 else 0
        until = accounted(until, NOON + timedelta(seconds=seconds + late), took_ms=4_000)
        assert until is not None


@pytest.mark.demand("SOC-O7")
@pytest.mark.parametrize("gap", [0, 1])
def test_a_video_told_in_many_small_pieces_takes_the_same_time(gap: int) -> None:
    pieces = tuple(Stretch(at, at + 250 - gap) for at in range(0, MINUTE, 250))

    assert seen_to_end(pieces, MINUTE)
    assert not believable(pieces, took_ms=0)
    assert not believable(pieces, took_ms=10_000)
    assert least_ms(pieces) >= 39_000  # at one and a half times the speed


def test_nothing_that_ends_before_it_begins_was_watched() -> None:
    assert not believable((Stretch(0, MINUTE), Stretch(2 * MINUTE, 0)), took_ms=0)


def test_no_more_than_a_few_seconds_are_told_at_once() -> None:
    assert not believable((Stretch(0, MINUTE),), took_ms=MINUTE)


def test_a_clock_that_was_set_back_keeps_nobody_from_watching_and_makes_nothing_seen() -> None:
    until = accounted(None, NOON + timedelta(hours=3), took_ms=4_000)
    until, again = accounted(until, NOON, took_ms=4_000), accounted(until, NOON, took_ms=10_000)
    assert (until, again) == (NOON + timedelta(seconds=4), None)
    assert accounted(until, NOON, took_ms=4_000) is None

    for seconds in range(4, 40, 4):
        until = accounted(until, NOON + timedelta(seconds=seconds), took_ms=4_000)
        assert until is not None
