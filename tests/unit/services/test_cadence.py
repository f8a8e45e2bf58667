"""What went out fills slots, and one function judges how long an account has been quiet."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.cadence import CadenceStage, Pause, PauseKind
from smadmin.domain.ids import AccountId, PublicationId, SchoolId, SlotId
from smadmin.domain.plan import Slot, monday_of
from smadmin.domain.policy.packs import Cadence
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.domain.school_days import EVERY_DAY, CalendarDays, DaysKind
from smadmin.services.cadence import (
    AccountCadence,
    Posted,
    account_cadence,
    days_around,
    newest_days,
    posted_since,
)
from smadmin.storage.posted import Out
from tests.school import make_school
from tests.today_views import TODAY, account

X = account("Lincoln on X")
SLOT = Slot(SlotId("fair"), X.school, X.id, TODAY + timedelta(days=7), "Winter fair")
RULE = Cadence(due_days=14, warn_day=10, source=None)


def posted(*days: date, slot: SlotId | None = None) -> Posted:
    """Give X's posts of some days, all written for one slot or for none."""
    at = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
    return Posted(tuple((Out(X.id, at=at, slot=slot), day) for day in days))


def judged(*posts: date, **changed: object) -> AccountCadence:
    one = replace(X, **changed)  # type: ignore[arg-type]  # a test names fields of the account
    return account_cadence(one, RULE, posts, TODAY, EVERY_DAY)


def test_a_post_fills_what_it_was_planned_for_whenever_it_went_out() -> None:
    early = posted(TODAY, slot=SLOT.id)

    assert early.written_for(SLOT, frozenset({SLOT.id})) == early.out[0]
    assert early.written_for(SLOT, frozenset({SlotId("other")})) is None
    elsewhere = replace(SLOT, account=AccountId("elsewhere"))
    assert early.written_for(elsewhere, frozenset({SLOT.id})) is None


def test_a_day_is_filled_by_a_post_that_was_written_for_nothing_else() -> None:
    assert posted(TODAY).on(X.id, TODAY)
    assert not posted(TODAY, slot=SLOT.id).on(X.id, TODAY)
    assert not posted(TODAY).on(X.id, TODAY + timedelta(days=1))


def test_only_posts_up_to_the_day_count() -> None:
    found = judged(TODAY + timedelta(days=1), TODAY - timedelta(days=12))

    assert (found.cadence.quiet_days, found.days) == (12, 14)
    assert found.cadence.last_post == TODAY - timedelta(days=12)
    assert found.cadence.stage is CadenceStage.DUE_SOON


def test_an_accounts_stricter_promise_counts_and_one_that_isn_t_live_rests() -> None:
    strict = judged(TODAY - timedelta(days=6), promised_days=5)
    resting = judged(stage=AccountStage.ON_HOLD)

    assert (strict.days, strict.cadence.stage) == (5, CadenceStage.OVERDUE)
    assert resting.cadence.stage is CadenceStage.RESTING
    assert resting.due(TODAY, ()) is None
    assert resting.pace is None
    assert resting.then is not None  # its past weeks are counted as they were promised


def test_an_excused_account_is_asked_nothing_and_has_no_gap() -> None:
    excuse = Pause(PauseKind.EXCUSE, TODAY - timedelta(days=2), TODAY + timedelta(days=9))

    found = judged(TODAY - timedelta(days=90), pauses=(excuse,))

    assert found.cadence.stage is CadenceStage.EXCUSED
    assert found.cadence.excused_until == excuse.last
    assert found.due(TODAY, ()) is None


def test_the_schools_breaks_count_only_where_the_policy_lets_nobody_rest() -> None:
    week = CalendarDays("b", SchoolId("s"), DaysKind.BREAK, TODAY - timedelta(days=9), TODAY)
    restful = replace(RULE, rests=True, holidays="US-MD")
    posts = (TODAY - timedelta(days=15),)

    strict = account_cadence(X, RULE, posts, TODAY, days_around([week], RULE, TODAY))
    rested = account_cadence(X, restful, posts, TODAY, days_around([week], restful, TODAY))

    assert strict.cadence.stage is CadenceStage.OVERDUE
    assert rested.cadence.stage is CadenceStage.ON_TIME
    assert rested.cadence.quiet_days == 15


def test_public_holidays_stand_in_the_calendar_of_their_state() -> None:
    found = days_around((), replace(RULE, holidays="US-MD"), TODAY)

    assert found.named[date(2026, 11, 26)][0] is DaysKind.HOLIDAY
    assert not found.rests(date(2026, 11, 26))
    assert days_around((), replace(RULE, holidays="QQ-ZZ", rests=True), TODAY).resting == ()


@pytest.mark.parametrize(
    "zone", ["America/Denver", "America/Havana"]
)  # there the clock is turned at midnight
def test_past_posts_stand_in_the_schools_weeks_and_days_when_the_clock_is_turned(
    tmp_path: Path, zone: str
) -> None:
    founded = make_school(tmp_path, staff=("ana",))
    around = (datetime(2026, month, 8, hour, tzinfo=UTC) for month in (3, 11) for hour in (3, 7))
    moments = [
        at + timedelta(hours=h, minutes=m) for at in around for h in range(-180, 180, 5) for m in (0, 59)
    ]
    with founded.store.deed(founded.id) as unit:
        school = replace(unit.schools.get(founded.id), zone=zone)
        unit.accounts.add(replace(X, school=founded.id))
        for number, at in enumerate(moments):
            one, done = PublicationId(f"p{number:05}"), PublicationStep.CONFIRMED
            unit.publications.add(Publication(one, founded.id, X.id, done, published_at=at))
        monday, today = date(2026, 3, 2), date(2026, 11, 10)
        by_week = posted_since(unit, school, monday, today, 1)[X.id]
        by_day = posted_since(unit, school, monday, today, 3)[X.id]
    founded.store.close()

    out = sorted(day for day in (at.astimezone(ZoneInfo(zone)).date() for at in moments) if day <= today)
    inside, before = [day for day in out if day >= monday], [day for day in out if day < monday]
    assert sorted(by_day) == before[-3:] + inside
    assert Counter(by_week) == Counter(
        before[-1:] + [max(day for day in inside if monday_of(day) == monday_of(one)) for one in inside]
    )


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("hidden", [1, 2, 3, 20])
def test_however_many_hidden_posts_follow_the_last_seen_one_counts(
    tmp_path: Path, hidden: int, number: int
) -> None:
    founded = make_school(tmp_path, staff=("ana",))
    other = replace(X, id=AccountId("other"), school=founded.id)
    noon = datetime(2026, 10, 1, 18, tzinfo=UTC)
    with founded.store.deed(founded.id) as unit:
        unit.accounts.add(replace(X, school=founded.id))
        unit.accounts.add(other)
        for place in range(hidden + 2):
            differs = (Difference.HIDDEN,) if place > 1 else ()
            one, done, at = (
                PublicationId(f"p{place}"),
                PublicationStep.CONFIRMED,
                noon + timedelta(days=place),
            )
            unit.publications.add(Publication(one, founded.id, X.id, done, published_at=at, differs=differs))
        unseen, done = PublicationId("unseen"), PublicationStep.CONFIRMED
        unit.publications.add(
            Publication(unseen, founded.id, other.id, done, published_at=noon, differs=(Difference.HIDDEN,))
        )
        school = unit.schools.get(founded.id)
        found = newest_days(unit, school, date(2026, 11, 10), number)
    founded.store.close()

    assert found[X.id][:number] == (date(2026, 10, 2), date(2026, 10, 1))[:number]
    assert other.id not in found
