"""A list of children that nobody looked at for too long holds every post that shows students (SOC-M3)."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.students.roster import Students
from tests.road import TEXT, Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def students(road: Road) -> Students:
    return Students(road.school.desk, road.media, roster_age_days=30)


def draft(road: Road, *, photo: bool) -> PostId:
    """Write a post as Ana; its photo was looked at, and the list checked, on this day."""
    ana = road.by("ana")
    made = road.posts.create(ana, (road.x,), text=TEXT).value
    if photo:
        road.posts.attach(ana, made, road.photo(), alt="Children build a tower")
    return made.id


def reasons(road: Road, post: PostId) -> list[tuple[str, str | None]]:
    return [(one.message.id, one.citation) for one in road.posts.submit_blockers(road.by("ana"), post)]


@pytest.mark.demand("SOC-M3")
def test_a_post_with_students_waits_until_somebody_says_that_the_list_is_still_right(road: Road) -> None:
    post = draft(road, photo=True)
    assert reasons(road, post) == []
    road.school.clock.forward(days=31)

    assert reasons(road, post) == [("students.list-too-old", "SOC-M3")]
    with pytest.raises(NotAllowed):
        road.posts.submit(road.by("ana"), post)

    students(road).still_right(road.by("pat"))
    road.posts.submit(road.by("ana"), post)


def unchecked(road: Road) -> list[Reason]:
    with road.school.desk.look(road.by("ana")) as unit:
        return list(road.reader.unchecked(unit))


def test_the_oldest_entry_counts_and_its_day_is_named(road: Road) -> None:
    pat = road.by("pat")
    students(road).add(pat, StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.NAMES})))
    day = road.school.clock.now().date()
    road.school.clock.forward(days=20)
    students(road).add(pat, StudentEntry("Noa", "Ungar"))
    assert unchecked(road) == []
    road.school.clock.forward(days=11)

    (reason,) = unchecked(road)

    assert (reason.message.values["day"], reason.message.values["n"]) == (day, 30)


def test_a_list_of_nobody_counts_once_somebody_said_that_it_is_right(road: Road) -> None:
    assert [one.message.id for one in unchecked(road)] == ["students.list-never-checked"]

    students(road).still_right(road.by("pat"))

    assert unchecked(road) == []


def test_words_and_pictures_without_students_dont_wait(road: Road) -> None:
    post = draft(road, photo=False)
    road.school.clock.forward(days=400)

    assert reasons(road, post) == []
