"""An account's year as the page shows it: published here and brought in from before, on the school's days."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.past_posts import Columns, RawFile, RawPost, Source
from smadmin.domain.plan import monday_of
from smadmin.domain.publishers import Difference
from smadmin.services.past_posts import PastPosts
from smadmin.services.rhythms import Rhythms
from tests.road import Road, make_road


class NoFiles:
    """Files that a test read already."""

    def read(self, path: Path, columns: Columns | None = None) -> RawFile:
        raise AssertionError(path, columns)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def test_the_year_counts_what_was_brought_in_and_what_went_out_here(road: Road) -> None:
    past = PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link)
    rhythms, by = Rhythms(road.school.desk, road.reader, past), road.by("ana")
    empty = rhythms.year(by, road.x).rhythm
    with road.school.desk.look() as unit:
        today = road.reader.today(unit)
    monday = monday_of(today)
    days = [monday - timedelta(weeks=weeks) for weeks in (1, 1, 3, 51, 52, 300)]
    rows = tuple(RawPost(number, day.isoformat()) for number, day in enumerate(days, 2))
    told = past.compare(by, road.x, RawFile(Source.LIST, "", rows))

    list(past.take(by, told))
    view = rhythms.year(by, road.x)

    assert (empty.posts, len(view.rhythm.weeks)) == (0, 52)
    found = {(monday - week.monday).days // 7: week.posts for week in view.rhythm.weeks if week.posts}
    assert found == {1: 2, 3: 1, 51: 1}
    assert [one.posts for one in view.imports] == [6]
    assert view.blockers == ()
    assert [one.message.id for one in rhythms.year(road.by("bo"), road.x).blockers] == ["accounts.no-role"]


def test_a_post_of_this_program_counts_in_its_week_and_its_archive_brings_it_not_again(
    road: Road, tmp_path: Path
) -> None:
    past = PastPosts(road.school.desk, NoFiles(), road.reader.policy.judge_link)
    rhythms, by = Rhythms(road.school.desk, road.reader, past), road.by("ana")
    account = road.x
    out = road.handed_out(road.released(), tmp_path / "out")
    road.publications.confirm(by, out, "https://x.com/lincoln_es/status/1234567890")

    assert rhythms.year(by, account).rhythm.weeks[-1].posts == 1
    with road.school.desk.deed(by) as deed:
        seen = deed.unit.publications.get(out.id)
        hidden = deed.unit.publications.change(replace(seen, differs=(Difference.HIDDEN,)))
    assert rhythms.year(by, account).rhythm.weeks[-1].posts == 0
    with road.school.desk.deed(by) as deed:
        deed.unit.publications.change(replace(hidden, differs=()))
    at = int(road.school.clock.now().timestamp()) - 600
    told = past.compare(by, account, RawFile(Source.LIST, "", (RawPost(1, str(at)),)))
    assert (told.known, told.new) == (1, ())
