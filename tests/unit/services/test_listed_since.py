"""What happened to the children's list since holds the post, at its release and before bytes leave."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.students.roster import Students
from tests.faults.forgeries import sql
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def list_a_child(road: Road) -> None:
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.PHOTOS})))


def ids(refused: pytest.ExceptionInfo[NotAllowed]) -> set[str]:
    return {reason.message.id for reason in refused.value.reasons}


@pytest.mark.demand("BAL-B1i1")
def test_what_waits_is_not_released(road: Road) -> None:
    post = road.submitted(photo=True)
    list_a_child(road)

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("bo"), post)

    assert ids(refused) == {"photos.list-changed"}


@pytest.mark.demand("BAL-B1i1")
def test_what_was_released_is_not_handed_out(road: Road, tmp_path: Path) -> None:
    post = road.released(photo=True)
    intended = road.publications.intend(road.by("ana"), post, road.x).value
    list_a_child(road)

    with pytest.raises(NotAllowed) as refused:
        road.publications.hand_out(road.by("ana"), intended, folder=tmp_path / "out", handle="lincoln_es")

    assert "photos.list-changed" in ids(refused)
    assert not (tmp_path / "out").exists()


@pytest.mark.demand("BAL-B1i1")
def test_nothing_is_released_while_the_list_is_not_the_signed_one(road: Road) -> None:
    list_a_child(road)
    post = road.submitted()
    sql(road, "DELETE FROM student")

    with pytest.raises(NotAllowed) as refused:
        road.approvals.release(road.by("bo"), post)

    assert ids(refused) == {"approvals.roster-changed"}
