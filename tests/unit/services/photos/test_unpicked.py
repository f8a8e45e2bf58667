"""Photos that nobody picked go after the pack's days; one row says what went and until when copies last."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.canonical import parse
from smadmin.domain.ids import PhotoSetId
from smadmin.domain.photos.review import Photo
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.unpicked import Unpicked
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, CAM, STRANGER, picture

DAYS = 30


def taken(tmp_path: Path) -> tuple[Darkroom, PhotoSetId]:
    """Take three photos in and pick the first."""
    room = make_darkroom(tmp_path / "data")
    made = room.taken(
        room.by("ana"), picture((ANN, 20)), picture((CAM, 90)), picture((STRANGER, 150), (CAM, 20))
    )
    room.review.pick(room.by("ana"), [photos(room, made)[0].id])
    return room, made


def photos(room: Darkroom, made: PhotoSetId) -> list[Photo]:
    return sorted(room.review.set(room.by("ana"), made).photos, key=lambda photo: photo.name)


def clear(room: Darkroom, days: int) -> Unpicked:
    room.school.clock.forward(days=days)
    return Unpicked(room.school.desk, room.media, days=DAYS)


def test_until_the_day_nothing_goes_and_no_row_is_left(tmp_path: Path) -> None:
    room, made = taken(tmp_path)
    service, rows = clear(room, DAYS - 1), len(room.school.records.newest(100))

    service.remove(room.by("ana"))

    assert len(photos(room, made)) == 3
    assert len(room.school.records.newest(100)) == rows


def test_on_the_day_all_but_the_picked_go_with_their_files(tmp_path: Path) -> None:
    room, made = taken(tmp_path)
    kept = photos(room, made)[0]
    files = len(list((room.folder / "media").rglob("*")))

    changes = clear(room, DAYS).remove(room.by("ana"))

    assert photos(room, made) == [kept]
    assert len(list((room.folder / "media").rglob("*"))) == files - 2
    assert changes


def test_one_row_tells_what_went_and_when_the_last_copy_ends(tmp_path: Path) -> None:
    room, made = taken(tmp_path)
    gone = {photo.sha256 for photo in photos(room, made)[1:]}

    clear(room, DAYS).remove(room.by("ana"))

    with room.school.desk.look(room.by("ana")) as unit:
        (row,) = [one for one in unit.record.about(Noun.PHOTO_SETS, made) if one.act == Act.REMOVE]
        part = unit.record.part(row.seq, "unpicked")
    assert part is not None
    details = parse(part.content)
    assert all(digest in str(details["photos"]) for digest in gone)
    assert details["after_days"] == DAYS
    today = room.school.clock.now().date()
    assert details["copies_end"] == (today + timedelta(days=35)).isoformat()


def test_a_second_sign_in_leaves_no_second_row(tmp_path: Path) -> None:
    room, _ = taken(tmp_path)
    service = clear(room, DAYS)
    service.remove(room.by("ana"))
    rows = len(room.school.records.newest(100))

    assert not service.remove(room.by("ana"))

    assert len(room.school.records.newest(100)) == rows


@pytest.mark.parametrize("later", [0, 400])
def test_a_photo_somebody_looked_at_stays_though_it_was_left_out_again(tmp_path: Path, later: int) -> None:
    room, made = taken(tmp_path)
    first = photos(room, made)[0]
    for face in first.open_faces():
        room.review.cover_everybody(room.by("ana"), [first.id])
        assert face.must_decide
    room.looks.finish(room.by("ana"), first.id, other_things_fine=True)
    room.review.leave_out(room.by("ana"), [first.id])

    clear(room, DAYS + later).remove(room.by("ana"))

    assert [photo.id for photo in photos(room, made)] == [first.id]
