"""Whatever looks at photos sees with the same eyes, by the same word of the policy."""

from pathlib import Path

from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.photos.find import Finder
from smadmin.services.photos.looker import Looker
from tests.darkroom import make_darkroom


def test_who_looks_closer_does_it_with_the_finders_own_eyes(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    near = Thresholds(match=0.3, possible=0.4)

    finder = Finder(
        room.school.desk, room.media, room.eyes, mode=RosterMode.OPT_IN, at_once=3, thresholds=near
    )

    assert isinstance(finder.closer, Looker)
    assert vars(finder.closer) == {name: kept for name, kept in vars(finder).items() if name != "closer"}
