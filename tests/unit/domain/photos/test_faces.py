"""What an engine says is a guess, and a pattern isn't shown."""

from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import FoundFace


def test_a_face_does_not_show_its_pattern_when_it_is_printed() -> None:
    assert "0.125" not in repr(FoundFace(Box(0, 0, 1, 1), 0.5, (0.125,)))
