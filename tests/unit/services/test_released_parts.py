"""What a row released is read from its parts, or not at all."""

from pathlib import Path

from smadmin.domain.vocabulary import Act
from smadmin.services.released_parts import manifest_of
from tests.road import make_road


def test_a_release_is_read_and_another_row_is_none(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    post = road.released()
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (release,), (handed_in,) = proven.acts(Act.APPROVE), proven.acts(Act.SUBMIT)

        manifest = manifest_of(proven, release)

        assert manifest is not None
        assert manifest.post == post
        assert manifest_of(proven, handed_in) is None
