"""A record that was changed is still told, line by line: somebody looks at it just then."""

from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.vocabulary import Act
from smadmin.services.told import About, Details, Teller, Told
from tests.faults.forgeries import sql
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def told(road: Road, by: Actor | None = None) -> tuple[Told, ...]:
    return Teller(road.school.desk).newest(by or road.by("ana"), 200)


def opened(road: Road, seq: int) -> Details:
    found = Teller(road.school.desk).details(road.by("ana"), seq)
    assert found is not None
    return found


def place_of(road: Road, act: Act) -> int:
    return next(one.entry.seq for one in told(road) if one.entry.act == act)


@pytest.mark.parametrize("body", ["x'7b7d'", "'x'", "x'00'"])
def test_a_row_that_can_t_be_read_is_a_line_with_its_place(road: Road, body: str) -> None:
    rows, seq = len(told(road)), place_of(road, Act.SIGN_WEEK)
    sql(road, f"UPDATE record_row SET body = {body} WHERE seq = {seq}")

    lost = [one.entry for one in told(road) if one.entry.utc is None]

    assert [one.seq for one in lost] == [seq]
    assert len(told(road)) == len(road.school.records.newest()) == rows
    assert [one.seq for one in road.school.records.newest() if one.utc is None] == [seq]
    assert opened(road, seq).told.entry == lost[0]


def test_a_detail_that_isn_t_what_was_signed_is_counted_and_not_shown(road: Road) -> None:
    seq = place_of(road, Act.ADD_SLOT)
    sql(road, f"UPDATE record_part SET content = x'00' WHERE seq = {seq}")

    found = opened(road, seq)

    assert (found.fields, found.withheld, found.erased, found.unreadable) == ((), 0, 0, 1)
    assert next(one.about for one in told(road) if one.entry.seq == seq) == About()


def test_spoilt_tables_take_names_from_the_lines_but_no_line(road: Road) -> None:
    ana, rows = road.by("ana"), len(told(road))
    sql(road, "UPDATE person SET body = x'00'", "UPDATE account SET body = x'00'")

    lines = told(road, ana)

    assert len(lines) == len(road.school.records.newest()) == rows
    assert {one.about.account for one in lines} == {""}


def test_what_is_left_out_beside_a_shown_detail_is_said(road: Road) -> None:
    slot, admitted = (opened(road, place_of(road, act)) for act in (Act.ADD_SLOT, Act.ADMIT))

    assert dict(slot.fields)["topic"] == ("Book fair",)
    assert dict(admitted.fields)["person"] == ("Dee Okafor",)
    assert (slot.withheld, admitted.withheld) == (0, 1)
