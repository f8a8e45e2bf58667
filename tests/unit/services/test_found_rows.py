"""What a row's part says to who proves the record: something, nothing, or that it can't be read here."""

from pathlib import Path

import pytest

from smadmin.domain.records import Part
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.found_rows import Told, told_by
from smadmin.storage.record import StoredRow
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def newest(road: Road) -> StoredRow:
    """Sign a row with one part, and give it."""
    with road.school.desk.deed(road.by("pat")) as deed:
        seq = deed.record(Act.CLOSE, Noun.ACCOUNTS, road.x, parts={"why": {"said": "Nobody reads it"}})
    with road.school.desk.look() as unit:
        stored = unit.record.at(seq)
    assert stored is not None
    return stored


def test_what_can_be_read_is_said(road: Road) -> None:
    part = Part(b"", b'{"said":"Nobody reads it"}')

    assert told_by(newest(road), {"why": part}, "why") == Told({"said": "Nobody reads it"})


def test_a_signed_part_that_is_sealed_or_erased_by_order_may_have_said_anything(road: Road) -> None:
    assert told_by(newest(road), {"why": None}, "why") == Told({}, unread=True)


def test_a_signed_part_that_somebody_took_out_says_nothing(road: Road) -> None:
    assert told_by(newest(road), {}, "why") == Told({})


def test_a_part_that_no_row_names_says_nothing(road: Road) -> None:
    stored = newest(road)

    assert told_by(stored, {}, "past") == Told({})
    assert told_by(stored, {"past": None}, "past") == Told({})


def test_junk_says_nothing(road: Road) -> None:
    assert told_by(newest(road), {"why": Part(b"", b"[1")}, "why") == Told({})
