"""A picture that is used by a licence asks for its maker's name until the words give it."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.ids import PhotoId
from smadmin.domain.media import RightOfUse
from smadmin.domain.posts import Content
from tests.road import Road, make_road


def maker_asked(road: Road, text: str, photo: PhotoId) -> bool:
    """Tell whether the rules ask to name who made the picture."""
    draft = road.draft(text=text)
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    with road.school.desk.look(road.by("ana")) as unit:
        content: Content = unit.posts.get(draft.id).content
        findings = road.reader.now(unit, content)
    return any(one.message.id == "policy.name-maker" for found in findings.values() for one in found)


@pytest.mark.demand("BLO-A9")
@pytest.mark.parametrize("right", list(RightOfUse))
def test_only_a_licence_asks_for_the_makers_name(tmp_path: Path, right: RightOfUse) -> None:
    road = make_road(tmp_path)
    photo = road.photo()
    with road.school.desk.deed(road.by("ana")) as deed:
        folder = deed.unit.photo_sets.get(deed.unit.photos.get(photo).set)
        deed.unit.photo_sets.change(replace(folder, right=right, taken_by="Kim Lee"))

    assert maker_asked(road, "Our new tower.", photo) is (right is RightOfUse.LICENSED)
    assert not maker_asked(road, "Our new tower. Photo: Kim Lee, CC BY 4.0", photo)
