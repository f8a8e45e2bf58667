"""The file that goes out: what is covered is gone, nothing lies plain, later decisions void it."""

import hashlib
import tempfile
from pathlib import Path

import pytest

from smadmin.domain.errors import Conflict, NotAllowed
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.imaging.covering import cover
from smadmin.services.photos.views import covers_of
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, CAM, STRANGER, Eyes, as_file, picture


def ready(room: Darkroom, seen: Picture, *, cover: int = 0) -> PhotoId:
    """Take a picture in, cover one face, clear the others, and finish the first look."""
    ana = room.by("ana")
    photo = room.one_photo(ana, seen)
    room.review.decide(ana, photo, room.photo(ana, photo).faces[cover].id, Decision.COVERED)
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)
    return photo


def test_a_photo_goes_from_the_camera_to_a_covered_file_by_two_people(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    children = room.children(by=ana)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    left, right = room.photo(ana, photo).faces

    room.review.decide(ana, photo, left.id, Decision.OPTED_OUT, children["ann"])
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    room.looks.finish(ana, photo, other_things_fine=True)
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)
    room.export.export(ana, photo)

    content = room.export.content(ana, photo)
    assert [face.box for face in Eyes().find(Eyes().decode(content))] == [right.box]
    assert room.photo(ana, photo).exported_sha256 == hashlib.sha256(content).hexdigest()
    assert room.school.records.verify(by=ana).whole


def test_two_photos_that_differ_only_under_the_cover_give_the_same_bytes(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    one = ready(room, picture((ANN, 60), (CAM, 200)))
    other = ready(room, picture((STRANGER, 60), (CAM, 200)))
    ana = room.by("ana")

    room.export.export(ana, one)
    room.export.export(ana, other)

    assert room.export.content(ana, one) == room.export.content(ana, other)


def test_after_export_no_copy_of_a_child_lies_on_the_disk(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    seen = picture((ANN, 60), (CAM, 200))
    temporary = set(Path(tempfile.gettempdir()).iterdir())
    photo = ready(room, seen)
    ana = room.by("ana")
    room.previews.as_it_goes_out(ana, photo, longest_px=100)

    room.export.export(ana, photo)

    face, shown = bytes(ANN) * 30, bytes(CAM) * 30
    written = set(Path(tempfile.gettempdir()).iterdir()) - temporary
    files = [path for place in (room.folder, *written) for path in place.rglob("*") if path.is_file()]
    assert face in as_file(seen)
    assert len(files) > 3
    assert not [path for path in files if face in path.read_bytes() or shown in path.read_bytes()]


def test_a_file_that_holds_is_not_made_twice(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    photo = ready(room, picture((ANN, 60)))
    ana = room.by("ana")

    first = room.export.export(ana, photo)
    second = room.export.export(ana, photo)

    assert (bool(first), bool(second)) == (True, False)
    assert len(list((room.folder / "media").iterdir())) == 2


def test_a_later_decision_voids_the_file(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    photo = ready(room, picture((ANN, 60), (CAM, 200)))
    ana = room.by("ana")
    room.export.export(ana, photo)

    room.review.decide(ana, photo, room.photo(ana, photo).faces[1].id, Decision.COVERED)

    assert room.photo(ana, photo).exported_sha256 is None
    with pytest.raises(NotAllowed):
        room.export.content(ana, photo)


@pytest.mark.demand("BAL-B1i1")
def test_an_open_face_is_exported_by_nobody(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60)))

    with pytest.raises(NotAllowed) as refused:
        room.export.export(ana, photo)

    assert refused.value.reasons == room.export.blockers(room.review.photo(ana, photo))
    assert [reason.message.id for reason in refused.value.reasons] == [
        "photos.faces-open",
        "photos.first-look-missing",
    ]


def test_somebody_deciding_otherwise_meanwhile_leaves_no_file_behind(tmp_path: Path) -> None:
    class Slow(Eyes):
        def encode(self, picture: Picture, image_format: object, *, quality: int = 90) -> bytes:
            room.review.cover_everybody(ana, [photo])
            return as_file(picture)

    eyes = Slow()
    room = make_darkroom(tmp_path / "data", workers=eyes)
    photo = ready(room, picture((ANN, 60), (CAM, 200)))
    ana = room.by("ana")

    with pytest.raises(Conflict):
        room.export.export(ana, photo)

    assert room.photo(ana, photo).exported is None
    assert len(list((room.folder / "media").iterdir())) == 1


@pytest.mark.demand("SOC-O1")
def test_in_an_opt_in_district_who_is_not_known_as_consented_stays_covered(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data", mode=RosterMode.OPT_IN)
    ana = room.by("ana")
    children = room.children(by=ana)
    room.students.set_photo_consent(ana, children["cam"], version=1, given=True)
    photo = room.one_photo(ana, picture((ANN, 60), (CAM, 200)))
    left, right = room.photo(ana, photo).faces
    room.review.decide(ana, photo, right.id, Decision.CONSENTED, children["cam"])
    room.review.decide(ana, photo, left.id, Decision.CLEARED)
    room.looks.finish(ana, photo, other_things_fine=True)

    room.export.export(ana, photo)

    content = room.export.content(ana, photo)
    assert [face.box for face in Eyes().find(Eyes().decode(content))] == [right.box]


@pytest.mark.demand("SOC-O1")
def test_a_consent_that_was_withdrawn_after_the_look_holds_the_photo_back(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data", mode=RosterMode.OPT_IN)
    ana = room.by("ana")
    cam = room.children(by=ana)["cam"]
    room.students.set_photo_consent(ana, cam, version=1, given=True)
    photo = room.one_photo(ana, picture((CAM, 60)))
    room.review.decide(ana, photo, room.photo(ana, photo).faces[0].id, Decision.CONSENTED, cam)
    room.looks.finish(ana, photo, other_things_fine=True)

    room.students.set_photo_consent(ana, cam, version=2, given=False)

    with pytest.raises(NotAllowed) as refused:
        room.export.export(ana, photo)
    assert [reason.message.id for reason in refused.value.reasons] == ["photos.list-changed"]


@pytest.mark.demand("BLO-IV-B4")
@pytest.mark.parametrize("kind", [OptOut.EVERYTHING, OptOut.PHOTOS])
def test_a_child_on_the_opt_out_list_is_found_and_goes_out_covered(tmp_path: Path, kind: OptOut) -> None:
    room = make_darkroom(tmp_path / "data")
    ann = room.students.add(room.by("ana"), StudentEntry("Ann", "Ash", ("4b",), frozenset({kind}))).value
    room.allow_matching([("ann", ann)])
    ana = room.by("ana")
    photo = room.one_photo(ana, picture((ANN, 60), (STRANGER, 200)))
    here, stranger = room.photo(ana, photo).faces
    assert (here.hint, here.near) == (FaceState.MATCH, (ann,))
    room.review.none_of_them(ana, [room.photo(ana, photo)])
    assert room.photo(ana, photo).faces[0].decision is Decision.OPEN  # no sweep clears who looks like a child

    room.review.decide(ana, photo, here.id, Decision.OPTED_OUT, ann)
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)

    shown = Eyes().find(Eyes().decode(room.export.content(ana, photo)))
    assert [face.box for face in shown] == [stranger.box]


@pytest.mark.parametrize("style", CoverStyle)
def test_the_file_has_the_look_that_was_chosen_last(tmp_path: Path, style: CoverStyle) -> None:
    room = make_darkroom(tmp_path / "data")
    photo = ready(room, picture((ANN, 60), (CAM, 200)))
    ana = room.by("ana")

    room.review.restyle(ana, room.photo(ana, photo).set, style)
    room.export.export(ana, photo)

    seen = room.photo(ana, photo)
    original = Eyes().decode(room.media.open(ana, seen.original))
    expected = cover(original, covers_of(seen, RosterMode.OPT_OUT), style)
    assert room.export.content(ana, photo) == as_file(expected)
    assert room.previews.as_it_goes_out(ana, photo, longest_px=1000) == expected


def test_another_look_voids_the_file_but_no_look_at_the_photo(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    photo = ready(room, picture((ANN, 60), (CAM, 200)))
    ana = room.by("ana")
    room.looks.finish(room.by("bo"), photo, other_things_fine=True)
    room.export.export(ana, photo)
    before = room.photo(ana, photo)

    same = room.review.restyle(ana, before.set, CoverStyle.SOLID)
    other = room.review.restyle(ana, before.set, CoverStyle.SHAPE)

    after = room.photo(ana, photo)
    assert (bool(same), bool(other)) == (False, True)
    assert (after.first, after.second) == (before.first, before.second)
    assert (before.exported is None, after.exported, after.exported_sha256) == (False, None, None)


def test_a_new_folder_begins_with_the_look_of_the_last_one(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    first = room.one_photo(ana, picture((ANN, 60)))
    room.review.restyle(ana, room.photo(ana, first).set, CoverStyle.BLUR)

    second = room.one_photo(ana, picture((CAM, 60)))

    assert room.photo(ana, second).style is CoverStyle.BLUR


def test_a_look_changed_while_the_file_is_made_leaves_no_file_behind(tmp_path: Path) -> None:
    class Slow(Eyes):
        def encode(self, picture: Picture, image_format: object, *, quality: int = 90) -> bytes:
            room.review.restyle(ana, room.photo(ana, photo).set, CoverStyle.BLUR)
            return as_file(picture)

    room = make_darkroom(tmp_path / "data", workers=Slow())
    photo = ready(room, picture((ANN, 60)))
    ana = room.by("ana")

    with pytest.raises(Conflict):
        room.export.export(ana, photo)

    assert len(list((room.folder / "media").iterdir())) == 1
