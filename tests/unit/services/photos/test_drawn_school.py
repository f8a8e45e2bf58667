"""The whole way with the real engine, on the drawn sample: the opted-out child is found and covered.

Slow for a unit test (some seconds); everything about single steps is tested with painted faces.
"""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.ids import StudentId
from smadmin.domain.law import LawDecision
from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Face, Photo
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.imaging.workers import PhotoWorkers
from smadmin.importing.sample import Sample, read_sample
from smadmin.resources import find
from smadmin.services.photos.intake import SetFacts
from tests.darkroom import Darkroom, make_darkroom
from tests.pictures import PHOTOS

SCIENCE_FAIR = "photos/01-science-fair.jpg"
SAMPLE = read_sample(find("sample"))


def enter_children(room: Darkroom, sample: Sample) -> dict[str, StudentId]:
    """Enter the children who said no to photos, with consents and portraits."""
    pat = room.by("pat")
    room.law.decide(pat, LawDecision("CO", "Pat Winters, principal", "sample", matching=True))
    until = room.school.clock.now().date() + timedelta(days=100)
    children = {}
    for one in sample.students:
        if one.opt_out not in {"everything", "photos"}:
            continue
        entry = StudentEntry(one.first, one.last, (one.class_,), frozenset({OptOut(one.opt_out)}))
        children[one.slug] = room.students.add(pat, entry).value
        room.consent(pat, children[one.slug], until)
        for path in sample.portraits(one):
            room.portraits.add(pat, children[one.slug], path)
    return children


def at(photo: Photo, box: tuple[int, int, int, int]) -> Face:
    """Give the face that was drawn in a box."""
    return max(photo.faces, key=lambda face: face.box.overlap(Box(*box)))


@pytest.fixture
def room(tmp_path: Path, photo_workers: PhotoWorkers) -> Darkroom:
    return make_darkroom(tmp_path / "data", workers=photo_workers)


def test_an_opted_out_child_is_found_covered_seen_twice_and_goes_out_covered(
    room: Darkroom, photo_workers: PhotoWorkers
) -> None:
    children = enter_children(room, SAMPLE)
    drawn = next(photo for photo in SAMPLE.photos if photo.file == SCIENCE_FAIR)
    boxes = {face.who: face.box for face in drawn.faces}
    temporary = set(Path(tempfile.gettempdir()).iterdir())
    ana = room.by("ana")
    facts = SetFacts(drawn.event, "Ana Brooks", RightOfUse.STAFF, drawn.purpose)
    made = room.intake.take_in(ana, facts, [SAMPLE.folder / drawn.file]).value

    assert [step.total for step in room.finder.run(ana)] == [1]
    photo = room.photo(ana, made.photos[0])
    lena = at(photo, boxes["lena-novak"])
    assert lena.hint in {FaceState.MATCH, FaceState.POSSIBLE}
    assert lena.near[0] == children["lena-novak"]

    room.review.decide(ana, photo.id, lena.id, Decision.OPTED_OUT, children["lena-novak"])
    for face in room.photo(ana, photo.id).open_faces():
        choice = Choice.none_of(face.near) if face.near else Choice(Decision.CLEARED)
        room.review.decide_together(ana, ((photo.id, face.id),), choice)
    room.looks.finish(ana, photo.id, other_things_fine=True)
    bo = room.by("bo")
    again = [face.id for face in room.photo(bo, photo.id).faces if face.asks_again]
    room.looks.finish(bo, photo.id, other_things_fine=True, again=again)
    room.export.export(bo, photo.id)

    content = room.export.content(bo, photo.id)
    going_out = photo_workers.find(photo_workers.decode(content))
    assert content.startswith(b"\xff\xd8")
    assert b"Exif" not in content
    assert not [face for face in going_out if face.box.overlap(lena.box) > 0]
    assert len(going_out) >= len(photo.faces) - 1
    assert room.school.records.verify(by=bo).whole
    nothing_recognisable(room, (SAMPLE.folder / drawn.file).read_bytes(), content, temporary)


def nothing_recognisable(room: Darkroom, original: bytes, exported: bytes, temporary: set[Path]) -> None:
    """Search data folder and new temporary files for stretches of the original and of the export."""
    middle, end = original[len(original) // 2 :][:64], exported[len(exported) // 2 :][:64]
    new = set(Path(tempfile.gettempdir()).iterdir()) - temporary
    files = [path for place in (room.folder, *new) for path in place.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        held = path.read_bytes()
        assert middle not in held, path
        assert end not in held, path
        assert b"\xff\xd8\xff" not in held[:4], path


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="the shared photos of real people are not here")
def test_of_two_real_people_only_the_opted_out_one_is_said_to_look_like_the_portrait(room: Darkroom) -> None:
    pat = room.by("pat")
    room.law.decide(pat, LawDecision("CO", "Pat Winters, principal", "sample", matching=True))
    student = room.students.add(pat, StudentEntry("Bar", "Oba", (), frozenset({OptOut.PHOTOS}))).value
    until = room.school.clock.now().date() + timedelta(days=100)
    room.consent(pat, student, until)
    room.portraits.add(pat, student, PHOTOS / "people" / "obama" / "obama1.jpg")
    facts = SetFacts("Visit", "Pat Winters", RightOfUse.STAFF)
    made = room.intake.take_in(pat, facts, [PHOTOS / "faces" / "obama_and_biden.jpg"]).value

    list(room.finder.run(pat))

    faces = room.photo(pat, made.photos[0]).faces
    assert {face.hint for face in faces} == {FaceState.MATCH, FaceState.NO_MATCH}
    assert [face.near for face in faces if face.hint is FaceState.MATCH] == [(student,)]
