"""The plan by plain columns: thousands are read as one, and what somebody spoilt by hand is named."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, PostId, PublicationId, SchoolId, SeriesId, SlotId
from smadmin.domain.plan import Slot
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.storage import schema
from smadmin.storage.unit import Unit
from tests.school import make_school

X, Y = AccountId("x"), AccountId("y")
FAIR, BAND = SlotId("fair"), SlotId("band")
FRIDAY = date(2026, 11, 20)
DAY = timedelta(days=1)
NOON = datetime(2026, 11, 20, 18, tzinfo=UTC)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Unit]:
    """Give a fair on Friday, out a day later, and the band's weekly post on Saturday at half past three."""
    school = make_school(tmp_path, staff=("ana",))
    with school.store.deed(school.id) as made:
        for one in (X, Y):
            made.accounts.add(Account(one, school.id, Platform.X, one, one, ""))
        made.slots.add(Slot(FAIR, school.id, X, FRIDAY, "Fair"))
        made.slots.add(
            Slot(BAND, school.id, Y, FRIDAY + DAY, "Band, “big”", at=time(15, 30), series=SeriesId("s"))
        )
        for number, step in enumerate((PublicationStep.HANDED_OUT, PublicationStep.CONFIRMED)):
            made.publications.add(
                Publication(
                    PublicationId(f"p{number}"),
                    school.id,
                    X,
                    step,
                    post=PostId("post"),
                    published_at=NOON + number * DAY,
                    slot=FAIR,
                )
            )
        yield made
    school.store.close()


def spoil(unit: Unit, slot: SlotId, body: bytes) -> None:
    """Write a row as no program did."""
    table = schema.slot
    unit._connection.execute(sa.update(table).where(table.c.id == slot).values(body=body))


def stored(unit: Unit, slot: SlotId) -> bytes:
    return unit.slots.stored()[slot]


def test_days_are_read_whole_both_ends_included_as_the_shelf_reads_them(unit: Unit) -> None:
    fair, band = unit.slots.get(FAIR), unit.slots.get(BAND)

    assert unit.planned.slots(FRIDAY, FRIDAY) == (fair,)
    assert sorted(unit.planned.slots(FRIDAY, FRIDAY + DAY), key=lambda one: one.day) == [fair, band]
    assert unit.planned.slots(FRIDAY + 2 * DAY, FRIDAY + 9 * DAY) == ()


def test_a_changed_post_has_its_new_version(unit: Unit) -> None:
    unit.slots.change(unit.slots.get(BAND))

    assert [one.version for one in unit.planned.slots(FRIDAY + DAY, FRIDAY + DAY)] == [2]


@pytest.mark.parametrize(
    "spoilt",
    [b"no JSON", b"[]", b"{}", b"null", b'{"id":"fair"},{"id":"fair"}', b'{"id":"fair","day":"soon"}'],
)
def test_a_row_that_was_edited_by_hand_is_named_and_stops_the_reading(unit: Unit, spoilt: bytes) -> None:
    spoil(unit, FAIR, spoilt)

    assert [one.id for one in unit.planned.slots(FRIDAY + DAY, FRIDAY + DAY)] == [BAND]
    with pytest.raises(Tampered):
        unit.planned.slots(FRIDAY, FRIDAY + DAY)


def test_a_body_of_another_post_is_not_taken_for_this_one(unit: Unit) -> None:
    spoil(unit, FAIR, stored(unit, BAND))

    with pytest.raises(Tampered):
        unit.planned.slots(FRIDAY, FRIDAY + DAY)


def test_a_body_that_holds_a_post_twice_is_noticed(unit: Unit) -> None:
    fair = stored(unit, FAIR)
    spoil(unit, FAIR, fair + b"," + fair)

    with pytest.raises(Tampered):
        unit.planned.slots(FRIDAY, FRIDAY + DAY)


def test_the_days_of_each_account_come_without_opening_anything(unit: Unit) -> None:
    assert set(unit.planned.days(FRIDAY, FRIDAY + DAY)) == {(X, FRIDAY), (Y, FRIDAY + DAY)}
    assert unit.planned.days(FRIDAY + DAY, FRIDAY + DAY) == ((Y, FRIDAY + DAY),)


def test_whether_anything_is_planned_is_told_both_ends_included(unit: Unit) -> None:
    assert unit.planned.has_any(FRIDAY - DAY, FRIDAY)
    assert unit.planned.has_any(FRIDAY + DAY, FRIDAY + 9 * DAY)
    assert not unit.planned.has_any(FRIDAY - 9 * DAY, FRIDAY - DAY)


def test_what_went_out_for_a_planned_post_is_found_but_not_what_was_only_handed_out(unit: Unit) -> None:
    (found,) = unit.planned.out_for([FAIR, BAND])

    assert (found.account, found.slot, found.at, found.post) == (X, FAIR, NOON + DAY, "post")
    assert unit.planned.out_for([BAND]) == unit.planned.out_for([]) == ()


def test_more_posts_are_asked_for_than_one_question_takes(unit: Unit) -> None:
    some = [SlotId(f"none-{number}") for number in range(1200)]

    assert [one.slot for one in unit.planned.out_for([*some, FAIR])] == [FAIR]


def test_another_school_sees_nothing_of_it(unit: Unit) -> None:
    other = type(unit.planned)(unit._connection, SchoolId("other"), unit.slots)

    assert other.slots(FRIDAY, FRIDAY + DAY) == ()
    assert other.days(FRIDAY, FRIDAY + DAY) == ()
    assert other.out_for([FAIR]) == ()
