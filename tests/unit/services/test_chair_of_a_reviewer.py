"""A photo post goes out with the second look, and the release, of somebody whom a code let in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from tests.reviewing import reviewer
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    made = make_road(tmp_path)
    yield made
    made.school.store.close()


def test_they_take_the_second_look_and_release_and_the_post_goes_out(road: Road, tmp_path: Path) -> None:
    by, draft = reviewer(road), road.draft()
    photo = road.photo(second=None)
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)

    road.looks.finish(by, photo, other_things_fine=True)
    road.approvals.release(by, draft.id)

    road.handed_out(draft.id, tmp_path / "out")
    assert road.school.records.verify(by=road.by("ana")).faults == ()


def test_a_first_look_isn_t_theirs(road: Road) -> None:
    by = reviewer(road)
    photo = road.photo(first=None, second=None)

    with pytest.raises(NotAllowed):
        road.looks.finish(by, photo, other_things_fine=True)


def test_off_the_plan_they_release_nothing(road: Road) -> None:
    by = reviewer(road)
    draft = road.posts.create(road.by("ana"), (road.x,), text="Something else entirely.").value
    road.posts.submit(road.by("ana"), draft.id)

    with pytest.raises(NotAllowed):
        road.approvals.release(by, draft.id)
