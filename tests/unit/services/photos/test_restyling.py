"""Another look for a folder's covers is an act: who gave it stands in the record; no post is held by it."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.vocabulary import Act
from smadmin.services.photos.review import Review
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


def review(road: Road) -> Review:
    return Review(road.school.desk, mode=RosterMode.OPT_OUT)


def photo(road: Road, photo_id: PhotoId) -> Photo:
    with road.school.desk.look(road.by("ana")) as unit:
        return unit.photos.get(photo_id)


def rows(road: Road) -> list[tuple[str | None, str | None]]:
    with road.school.desk.look() as unit:
        return [(row.person, row.noun_id) for row in unit.record.rows(acts=(Act.RESTYLE,))]


def test_who_gave_a_folder_another_look_stands_in_the_record(road: Road) -> None:
    made = photo(road, road.photo())

    review(road).restyle(road.by("bo"), made.set, CoverStyle.BLUR)
    review(road).restyle(road.by("bo"), made.set, CoverStyle.BLUR)  # nothing changes

    assert rows(road) == [(road.school.people["bo"], made.set)]
    assert photo(road, made.id).style is CoverStyle.BLUR
    assert road.school.records.verify(by=road.by("pat")).whole


@pytest.mark.parametrize("stage", ["submitted", "released"])
def test_a_photo_whose_post_waits_or_is_released_keeps_its_look_and_its_file(road: Road, stage: str) -> None:
    post = road.submitted(photo=True) if stage == "submitted" else road.released(photo=True)
    (picture,) = road.posts.get(road.by("ana"), post).content.pictures
    before = photo(road, picture.photo)

    with pytest.raises(NotAllowed) as refused:
        review(road).restyle(road.by("ana"), before.set, CoverStyle.SHAPE)

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.look-of-waiting"]
    assert photo(road, picture.photo) == before
    assert rows(road) == []
    road.posts.take_back(road.by("ana"), post)
    review(road).restyle(road.by("ana"), before.set, CoverStyle.SHAPE)
    assert photo(road, picture.photo).style is CoverStyle.SHAPE
