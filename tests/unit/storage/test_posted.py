"""What went out is found by index: no question goes through the years, and every day is the asked one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, PublicationId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.storage.unit import Unit
from tests.school import make_school

X = AccountId("x")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
CONFIRMED = PublicationStep.CONFIRMED.value
DAY = timedelta(days=1)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    """Give ten posts on one account, a day apart; the third was planned, the last one isn't out."""
    school = make_school(tmp_path, staff=("ana",))
    with school.store.deed(school.id) as made:
        made.accounts.add(Account(X, school.id, Platform.X, "X", "x", ""))
        made.slots.add(Slot(SlotId("fair"), school.id, X, date(2026, 11, 20), "Fair"))
        for number in range(10):
            done = PublicationStep.CONFIRMED if number < 9 else PublicationStep.HANDED_OUT
            slot = SlotId("fair") if number == 2 else None
            one = PublicationId(f"p{number}")
            made.publications.add(
                Publication(one, school.id, X, done, published_at=NOON + number * DAY, slot=slot)
            )
        yield made
    school.store.close()


def test_the_newest_are_those_before_a_moment(unit: Unit) -> None:
    found = unit.posted.newest(2, before=NOON + 5 * DAY, last=date(2026, 11, 6))

    assert [one.at for one in found[X]] == [NOON + 4 * DAY, NOON + 3 * DAY]


def test_one_account_alone_is_asked_for(unit: Unit) -> None:
    last = date(2026, 11, 6)

    assert list(unit.posted.newest(1, before=NOON + 5 * DAY, last=last, only={X})) == [X]
    assert unit.posted.newest(1, before=NOON + 5 * DAY, last=last, only=()) == {}


def test_what_is_not_out_counts_nowhere(unit: Unit) -> None:
    found = unit.posted.newest(1, before=NOON + 99 * DAY, last=date(2027, 2, 1))

    assert [one.at for one in found[X]] == [NOON + 8 * DAY]


def test_a_span_has_the_posts_of_its_days_and_counts_them(unit: Unit) -> None:
    begin, end = NOON + DAY, NOON + 3 * DAY

    inside = unit.posted.between(begin, end, first=begin.date(), last=end.date())
    ((account, number, newest),) = unit.posted.counted(begin, end)

    assert sorted(one.at for one in inside if one.at) == [begin, begin + DAY]
    assert (account, number, datetime.fromisoformat(newest)) == (X, 2, begin + DAY)


def test_a_post_is_found_by_the_day_it_was_planned_for(unit: Unit) -> None:
    (out,) = unit.posted.written_for(date(2026, 11, 20), date(2026, 11, 20))

    assert (out.slot, out.at) == (SlotId("fair"), NOON + 2 * DAY)
    assert unit.posted.written_for(date(2026, 11, 21), date(2026, 11, 30)) == ()


def test_no_question_goes_through_all_posts(unit: Unit) -> None:
    asked: list[tuple[str, object]] = []
    connection = unit._connection

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    sa.event.listen(connection, "before_cursor_execute", note)
    unit.posted.newest(3, before=NOON, last=NOON.date())
    unit.posted.between(NOON, NOON + DAY, first=NOON.date(), last=NOON.date())
    unit.posted.counted(NOON, NOON + DAY)
    unit.posted.written_for(NOON.date(), NOON.date())
    unit.publications.find(step="handed-out")
    unit.publications.named(step="handed-out")
    unit.publications.find_since("published_at", NOON, step=CONFIRMED)
    unit.publications.find_saying("hidden", "published_at", NOON, step=CONFIRMED)
    unit.publications.find_among("published_at", [NOON.isoformat(timespec="milliseconds")], step=CONFIRMED)
    unit.slots.find_between("day", "2026-11-01", "2026-11-30")
    sa.event.remove(connection, "before_cursor_execute", note)

    plans = [
        str(step[3])
        for statement, values in asked
        for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()  # type: ignore[arg-type]  # as the driver was given them
    ]
    of_posts = [
        one for one in plans if " publication " in f"{one} " or " slot " in f"{one} " or "past_post" in one
    ]
    assert len(of_posts) >= 6
    assert all(one.startswith("SEARCH") and one.count("=?") + one.count(">?") > 1 for one in of_posts)
    whole_history = "COVERING INDEX ix_publication_days (school_id=? AND step=?)"
    assert not [one for one in of_posts if one.endswith(whole_history)]


def test_by_day_every_post_stands_on_the_day_that_had_begun(unit: Unit) -> None:
    eve, midnight = NOON + DAY, NOON + 2 * DAY  # the school's days begin when these went out

    found = unit.posted.by_day({eve.date(): eve, midnight.date(): midnight}, midnight + DAY)

    assert sorted((one.day, one.slot) for one in found) == [(eve.date(), None), (midnight.date(), "fair")]
    assert {one.account for one in found} == {X}
