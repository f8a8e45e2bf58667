"""Addresses that are still to be confirmed: on Today, and for the tray with nobody signed in."""

from pathlib import Path

from smadmin.domain.addresses import AddressDue
from smadmin.services.today.gather import Today
from smadmin.services.warnings import Warnings
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside
from smadmin.ui.today.under_way import under_way_needs
from tests.road import Road, make_road


def due_on_today(road: Road) -> list[tuple[str, State]]:
    view = Today(road.school.desk, road.reader, road.proof).gather(road.by("ana"))
    return [(one.title.id, one.state) for one in under_way_needs(view, Beside())]


def test_today_reminds_by_the_school_s_clock_and_warns_the_next_day(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    with road.school.desk.look() as unit:
        school = unit.schools.get(road.school.id)
    local = school.local(road.school.desk.now)
    road.school.clock.at = local.replace(hour=9, minute=0).astimezone(road.school.clock.at.tzinfo)
    kept = road.handed_out(road.released(), tmp_path)
    tray = Warnings(road.school.desk, road.reader)
    assert due_on_today(road) == [("today.halfway", State.DOUBT)]

    road.school.clock.forward(hours=5)
    assert due_on_today(road) == [("addresses.remind", State.DOUBT)]
    (one,) = tray.look().addresses
    assert (one.publication, one.post, one.due) == (kept.id, kept.post, AddressDue.REMIND)

    road.school.clock.forward(hours=19)
    assert due_on_today(road) == [("addresses.overdue", State.STOP)]
    road.publications.confirm(road.by("ana"), kept, "https://x.com/lincoln_es/status/1730000000000000001")
    assert due_on_today(road) == []
    assert tray.look().addresses == ()
