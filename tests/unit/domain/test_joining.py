"""A request of another login: its letters cover every word of it, and odd ones aren't read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.joining import WAITS, Request, seat_of
from smadmin.domain.keys import Key, KeyKind
from smadmin.domain.people import Person

NOW = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
MINE, HERE = Identity.new(), Identity.new()
ANA, SEAT = Person(PersonId("01a201e2-1210-7698-9f7e-0c246d9885ef"), "Ana Brooks"), seat_of(HERE.key)
OTHER = SeatId("ab" * 16)
KEY = Key(MINE.public, MINE.recipient, KeyKind.PERSON, ANA.id, SEAT)
SEAT_KEY = Key(HERE.public, HERE.recipient, KeyKind.SEAT, None, SEAT)
REQUEST = Request(SchoolId("school"), ANA, KEY, SEAT_KEY, (KeyId("cd" * 16),), NOW)


def changed(**fields: Plain) -> dict[str, Plain]:
    return {**REQUEST.to_plain(), **fields}


def test_it_is_read_as_it_was_written() -> None:
    assert Request.from_plain(REQUEST.to_plain()) == REQUEST
    without = replace(REQUEST, seat=None, key=replace(KEY, seat=None))
    assert Request.from_plain(without.to_plain()) == without


@pytest.mark.parametrize(
    "other",
    [
        replace(REQUEST, school=SchoolId("other")),
        replace(REQUEST, person=replace(ANA, name="Mallory")),
        replace(REQUEST, key=replace(KEY, public=HERE.public)),
        replace(REQUEST, seat=None),
        replace(REQUEST, ends=()),
        replace(REQUEST, made=NOW + timedelta(seconds=1)),
    ],
)
def test_each_part_of_it_changes_its_letters(other: Request) -> None:
    assert len(REQUEST.fingerprint) == 16
    assert other.fingerprint != REQUEST.fingerprint


@pytest.mark.parametrize(
    "odd",
    [
        replace(REQUEST, key=replace(KEY, kind=KeyKind.ROOT)),
        replace(REQUEST, key=replace(KEY, person=PersonId("bo"))),
        replace(REQUEST, key=replace(KEY, retired=True)),
        replace(REQUEST, key=replace(KEY, seat=None)),
        replace(REQUEST, seat=None),
        replace(REQUEST, seat=replace(SEAT_KEY, kind=KeyKind.PERSON)),
        replace(REQUEST, seat=replace(SEAT_KEY, person=ANA.id)),
        replace(REQUEST, seat=replace(SEAT_KEY, retired=True)),
        replace(REQUEST, made=NOW.replace(tzinfo=None)),
        replace(REQUEST, key=replace(KEY, public=b"abc")),
        replace(REQUEST, key=replace(KEY, recipient="age1garbage")),
        replace(REQUEST, seat=replace(SEAT_KEY, public=b"")),
        replace(REQUEST, seat=replace(SEAT_KEY, recipient="AGE1" + "q" * 58)),
        replace(REQUEST, key=replace(KEY, seat=OTHER), seat=replace(SEAT_KEY, seat=OTHER)),
        replace(REQUEST, person=replace(ANA, name="Ana\u202e Brooks")),
        replace(REQUEST, person=replace(ANA, name="Ana\nBrooks")),
        replace(REQUEST, person=replace(ANA, name=" Ana Brooks")),
        replace(REQUEST, person=replace(ANA, name="")),
        replace(REQUEST, person=replace(ANA, statement="x" * 201)),
        replace(REQUEST, person=replace(ANA, id=PersonId("../x")), key=replace(KEY, person=PersonId("../x"))),
    ],
)
def test_one_that_contradicts_itself_isnt_read(odd: Request) -> None:
    with pytest.raises(ValueError, match="contradicts"):
        Request.from_plain(odd.to_plain())


@pytest.mark.parametrize(
    "fields", [{"v": 2}, {"person": "Ana"}, {"key": []}, {"ends": "all"}, {"made": "soon"}, {"key": {}}]
)
def test_what_is_no_request_isnt_read(fields: dict[str, Plain]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Request.from_plain(changed(**fields))


def test_it_waits_for_a_week() -> None:
    assert REQUEST.waits(NOW + WAITS)
    assert not REQUEST.waits(NOW + WAITS + timedelta(seconds=1))
    assert REQUEST.waits(NOW - timedelta(hours=1)), "two clocks may differ"
    assert not REQUEST.waits(NOW - timedelta(days=2))
