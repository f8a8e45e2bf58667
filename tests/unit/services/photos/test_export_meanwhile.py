"""What comes up while a covered file is being made, between looking and keeping."""

from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.students import OptOut, StudentEntry
from tests.darkroom import make_darkroom
from tests.seeing import ANN, CAM, Eyes, as_file, picture


@pytest.mark.demand("BAL-B1i1")
def test_a_child_listed_while_the_file_is_made_holds_it_back(tmp_path: Path) -> None:
    class Slow(Eyes):
        def encode(self, picture: Picture, image_format: object, *, quality: int = 90) -> bytes:
            entry = StudentEntry("Mia", "Stone", ("4b",), opt_outs=frozenset({OptOut.PHOTOS}))
            room.students.add(ana, entry)
            return as_file(picture)

    room = make_darkroom(tmp_path / "data", workers=Slow())
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    room.review.cover_everybody(ana, [photo])
    room.looks.finish(ana, photo, other_things_fine=True)

    with pytest.raises(NotAllowed) as refused:
        room.export.export(ana, photo)

    assert [reason.message.id for reason in refused.value.reasons] == ["photos.list-changed"]
    assert room.photo(ana, photo).exported is None
    assert len(list((room.folder / "media").iterdir())) == 1
