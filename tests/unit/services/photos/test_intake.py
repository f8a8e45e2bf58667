"""Taking photos in: sealed, one act, and one bad file spoils no other."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smadmin.domain.canonical import parse
from smadmin.domain.errors import BadInput, Conflict, NotAllowed
from smadmin.domain.media import RightOfUse, Use
from smadmin.domain.vocabulary import Act
from smadmin.services.photos.intake import SetFacts, facts_blockers
from smadmin.services.photos.sources import Load
from tests.darkroom import FACTS, make_darkroom
from tests.seeing import ANN, BEN, as_file, picture


def test_a_folder_becomes_a_set_of_sealed_photos(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    folder = room.file("a.jpg", picture((ANN, 60))).parent
    room.file("b.png", picture((BEN, 60)))
    room.file("notes.txt", b"who is in which photo")

    made = room.intake.take_in(ana, FACTS, [folder]).value

    view = room.review.set(ana, made.set)
    assert [photo.name for photo in view.photos] == ["a.jpg", "b.png"]
    assert (view.set.event, view.set.right, view.set.groups) == ("Field day", RightOfUse.STAFF, ("4b",))
    assert room.media.open(ana, view.photos[0].original) == as_file(picture((ANN, 60)))


def test_a_photo_lies_nowhere_in_plain(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")

    room.taken(room.by("ana"), picture((ANN, 60)))

    strip = as_file(picture((ANN, 60)))[40_000:40_200]
    files = [path for path in room.folder.rglob("*") if path.is_file()]
    assert len(files) > 2
    assert not [path for path in files if strip in path.read_bytes()]


def test_taking_in_is_one_row_with_every_files_digest(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")

    set_id = room.taken(ana, picture((ANN, 60)), picture((BEN, 60)))

    photos = room.review.set(ana, set_id).photos
    with room.school.desk.look(ana) as unit:
        (row,) = unit.record.rows(acts=(Act.TAKE_IN,))
        part = unit.record.part(row.seq, "photos")
    assert row.noun_id == set_id
    assert part is not None
    listed = parse(part.content)["photos"]
    assert isinstance(listed, list)
    assert [one["sha256"] for one in listed if isinstance(one, dict)] == [photo.sha256 for photo in photos]


def test_the_same_file_twice_is_one_photo(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    files = [room.file("a.pic", picture((ANN, 60))), room.file("copy.pic", picture((ANN, 60)))]

    made = room.intake.take_in(ana, FACTS, files).value

    assert (len(made.photos), made.same) == (1, 1)
    assert len(list((room.folder / "media").iterdir())) == 1


def test_a_place_that_does_not_exist_is_said(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")

    with pytest.raises(BadInput):
        list(room.intake.read(Load([tmp_path / "nowhere"])))


def test_a_reviewer_takes_nothing_in_and_leaves_no_file(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    file = room.file("a.pic", picture((ANN, 60)))

    with pytest.raises(NotAllowed):
        room.intake.take_in(room.by("bo"), FACTS, [file])

    assert list((room.folder / "media").iterdir()) == []


@pytest.mark.demand("BAL-B1h")
def test_event_and_photographer_are_asked_for() -> None:
    assert [reason.place for reason in facts_blockers(SetFacts(" ", ""))] == ["event", "taken_by"]


def test_what_was_said_about_a_set_is_corrected_once(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    set_id = room.taken(ana, picture((ANN, 60)))

    room.intake.change_facts(ana, set_id, SetFacts("Sports day", "Bo Lindqvist"), version=1)

    assert room.review.set(ana, set_id).set.event == "Sports day"
    with pytest.raises(Conflict):
        room.intake.change_facts(ana, set_id, SetFacts("Other", "Bo Lindqvist"), version=1)


def test_removed_photos_take_their_files_along(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    set_id = room.taken(ana, picture((ANN, 60)), picture((BEN, 60)))
    first, second = room.review.set(ana, set_id).photos

    room.intake.remove(ana, [first.id])

    assert [photo.id for photo in room.review.set(ana, set_id).photos] == [second.id]
    assert len(list((room.folder / "media").iterdir())) == 1


def test_an_unreadable_file_is_left_out_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_darkroom(tmp_path / "data")
    good, locked = room.file("a.pic", picture((ANN, 60))), room.file("locked.pic", picture((BEN, 60)))
    opened = Path.open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:
        if path == locked:
            raise PermissionError(13, "no")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)

    made = room.intake.take_in(room.by("ana"), FACTS, [good, locked]).value

    assert [one.name for one in made.left_out] == ["locked.pic"]
    assert len(made.photos) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_a_file_whose_name_is_no_text_is_taken_in_all_the_same(tmp_path: Path) -> None:
    room = make_darkroom(tmp_path / "data")
    ana = room.by("ana")
    odd = Path(os.fsdecode(b"IMG_\xff.jpg"))

    made = room.intake.take_in(ana, FACTS, [room.file(str(odd), picture((ANN, 60)))]).value

    assert [room.photo(ana, photo).name for photo in made.photos] == ["IMG_\ufffd.jpg"]


@pytest.mark.demand("SOC-M6")
@pytest.mark.parametrize("use", [use for use in Use if use is not Use.SCHOOL])
def test_photos_are_taken_in_for_the_schools_own_purposes_only(tmp_path: Path, use: Use) -> None:
    room = make_darkroom(tmp_path / "data")
    ana, wanted = room.by("ana"), replace(FACTS, use=use)
    set_id = room.taken(ana, picture((ANN, 60)))

    with pytest.raises(NotAllowed) as refused:
        room.intake.take_in(ana, wanted, [room.file("IMG_1.pic", picture((ANN, 60)))])
    with pytest.raises(NotAllowed):
        room.intake.change_facts(ana, set_id, wanted, version=1)

    assert [reason.citation for reason in refused.value.reasons] == ["SOC-M6"]
    assert len(room.review.sets(ana)) == 1
