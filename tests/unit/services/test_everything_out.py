"""What is out is told by its signed rows: nothing that is written into the store hides a post."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.publications import Publication
from smadmin.domain.records_requests import Wanted
from smadmin.services.clearing import Clearing
from smadmin.services.everything_out import everything_out
from smadmin.services.records_requests import RecordsRequests
from tests.afterwards import out, removals_of
from tests.direct import Direct, make_direct
from tests.faults.forgeries import sql

SAID = "CAST(replace(CAST(body AS TEXT), '{}', '{}') AS BLOB)"
HIDING = (
    f"UPDATE publication SET step = 'given-up', body = {SAID.format('confirmed', 'given-up')}",
    f"UPDATE publication SET post_id = NULL, body = {SAID.format('{post}', 'other')}",
    "UPDATE publication SET published_at = '1990-01-01T00:00:00.000+00:00'",
    "DELETE FROM publication",
    "UPDATE publication SET body = x'00', step = 'handed-out'",
)
"""What somebody with the file may do to a post's row."""


def hide(direct: Direct, one: Publication, how: str) -> None:
    sql(direct.road, f"{how.replace('{post}', str(one.post))} WHERE id = '{one.id}'")


@pytest.mark.parametrize("how", HIDING)
def test_a_post_that_somebody_hid_in_the_store_is_found_all_the_same(tmp_path: Path, how: str) -> None:
    direct = make_direct(tmp_path)
    first, second = out(direct, photo=True), out(direct, photo=True)
    assert first.post is not None
    road, ana = direct.road, direct.road.by("ana")
    hide(direct, second, how)
    clearing = Clearing(road.school.desk, road.proof, removals_of(direct))

    assert {one.post for one in clearing.lately(ana)} == {first.post, second.post}
    (other,) = clearing.others(ana, first.post)
    assert (other.post, other.same_photo) == (second.post, True)
    found = RecordsRequests(road.school.desk, road.reader, road.proof, road.media).find(ana, Wanted())
    assert sorted((one.id, one.text) for one in found) == sorted(
        (one.id, first.text) for one in (first, second)
    )


def test_of_the_last_days_nothing_older_is_given(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    one, desk = out(direct), direct.road.school.desk
    assert one.published_at is not None

    with desk.look(direct.road.by("ana")) as unit:
        proven = direct.road.proof.now(unit)
        assert list(everything_out(unit, proven, since=one.published_at + timedelta(seconds=9))) == []
        assert [kept.id for kept in everything_out(unit, proven, since=one.published_at)] == [one.id]
