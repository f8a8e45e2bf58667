"""What went out besides the plan of its week."""

from datetime import date
from pathlib import Path

from smadmin.services.cadence import Posted
from smadmin.services.off_plan import OffPlan, off_plan
from smadmin.services.week import Weeks
from tests.road import WEEK, make_road

TODAY = date(2026, 11, 16)


def test_what_went_out_without_a_slot_of_its_week_is_off_the_plan(tmp_path: Path) -> None:
    road = make_road(tmp_path, signed=False)
    road.plan.sign_week(road.by("pat"), WEEK)
    desk, ana = road.school.desk, road.by("ana")

    def beside() -> list[OffPlan]:
        with desk.look(ana) as unit:
            posted = Posted.weeks(unit, unit.schools.get(desk.school), WEEK)
            return list(
                off_plan(unit, posted, Weeks(desk, road.reader, road.proof).week(ana, WEEK).slots, WEEK)
            )

    planned_post = road.handed_out(road.released(), tmp_path)
    road.publications.confirm(ana, planned_post, "https://x.com/lincoln_es/status/1950000000000000000")
    assert beside() == []

    extra = road.posts.create(ana, (road.x,), text="Snow: we close at noon.").value
    road.posts.submit(ana, extra.id)
    road.approvals.release(road.by("pat"), extra.id)
    out = road.handed_out(extra.id, tmp_path)
    road.publications.confirm(ana, out, "https://x.com/lincoln_es/status/1950000000000000001")

    assert beside() == [OffPlan(road.x, TODAY)]
