"""Folders are looked through photo by photo; a bad one is said and spoils no other."""

from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput, OutsideFailed
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.photos.pictures import ImageFormat, Picture, PictureFacts
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.photos.folders import Copies, PhotoFolders, SeenPhoto, Which, notes_of
from tests.photo_fakes import FakePhotoWorkers
from tests.pictures import PHOTOS, labels

RULES = Thresholds()
KNOWN = ("obama", "biden", "kit_harington", "rose_leslie", "tom_cruise")


class Place:
    """A folder with fake photos and portraits, and what looks through them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workers = FakePhotoWorkers()
        self.folders = PhotoFolders(self.workers)

    def write(self, name: str, content: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    def scan(self, *names: str) -> list[SeenPhoto]:
        people = self.folders.people(self.root / "people")
        return list(self.folders.scan([self.root / name for name in names], people, RULES))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    place.write("people/Ada/one.jpg", "photo 60 60 Ada")
    place.write("people/Ada/two.jpg", "photo 60 60 Ada Ben")
    place.write("people/Ben.jpg", "photo 60 60 Ben")
    place.write("fair.jpg", "photo 200 100 Ada Cem ~Ben")
    place.write("broken.jpg", "no picture at all")
    return place


def test_people_come_from_a_folder_each_or_a_file_each(place: Place) -> None:
    people = place.folders.people(place.root / "people")

    assert [(person.name, len(person.portraits)) for person in people] == [("Ada", 1), ("Ben", 1)]
    assert [(file, why.values["n"]) for file, why in people[0].unusable] == [("two.jpg", 2)]


def test_a_folder_without_a_usable_portrait_is_bad_input(place: Place) -> None:
    place.write("nobody/text.jpg", "nothing")

    with pytest.raises(BadInput) as caught:
        place.folders.people(place.root / "nobody")

    assert caught.value.happened.id == "imaging.no-people"


def test_a_folder_of_people_that_is_not_there_is_bad_input(place: Place) -> None:
    with pytest.raises(BadInput):
        place.folders.people(place.root / "gone")


def test_a_folder_without_photos_is_bad_input(place: Place) -> None:
    (place.root / "empty").mkdir()

    with pytest.raises(BadInput):
        place.folders.photos([place.root / "empty"])


def test_each_face_says_whom_it_looks_like(place: Place) -> None:
    (photo,) = place.scan("fair.jpg")

    states = [
        (seen.judgement.state, seen.judgement.likest and seen.judgement.likest.who) for seen in photo.faces
    ]
    assert states == [(FaceState.MATCH, "Ada"), (FaceState.NO_MATCH, None), (FaceState.POSSIBLE, "Ben")]


def test_no_pattern_leaves_a_scan(place: Place) -> None:
    (photo,) = place.scan("fair.jpg")

    assert [seen.face.descriptor for seen in photo.faces] == [None] * 3


def test_a_photo_that_can_not_be_read_does_not_stop_the_others(place: Place) -> None:
    fair, broken, gone = place.scan("broken.jpg", "gone.jpg", "fair.jpg")

    assert broken.error is not None
    assert broken.sha256 is not None
    assert gone.error is not None
    assert gone.sha256 is None
    assert (fair.error, len(fair.faces)) == (None, 3)


@pytest.mark.parametrize(("which", "covered"), [(Which.MATCHED, 2), (Which.UNKNOWN, 2), (Which.ALL, 3)])
def test_doubtful_faces_are_covered_too(place: Place, which: Which, covered: int) -> None:
    people = place.folders.people(place.root / "people")
    out = place.root / "out"

    (photo,) = place.folders.cover([place.root / "fair.jpg"], people, RULES, which=which, copies=Copies(out))

    assert photo.covered == covered
    assert photo.copy == out / "photo-001.jpg"  # the original's name may be a child's
    assert (
        place.workers.encoded[0][0].pixels
        != place.workers.decode((place.root / "fair.jpg").read_bytes()).pixels
    )


def test_a_clean_copy_has_the_same_pixels_and_no_name_is_overwritten(place: Place) -> None:
    photos = [place.root / "fair.jpg"] * 2
    (place.root / "out").mkdir()
    (place.root / "out" / "photo-001.jpg").write_text("somebody's")
    original = place.workers.decode(photos[0].read_bytes())

    copies = [photo.copy for photo in place.folders.clean(photos, Copies(place.root / "out"))]

    assert [picture.pixels for picture, _ in place.workers.encoded] == [original.pixels] * 2
    assert copies == [place.root / "out" / "photo-001-2.jpg", place.root / "out" / "photo-002.jpg"]
    assert (place.root / "out" / "photo-001.jpg").read_text() == "somebody's"


def test_what_a_file_held_besides_its_picture_is_said() -> None:
    held = PictureFacts(ImageFormat.GIF, had_place=True, animated=True, had_more=True)

    notes = notes_of(Picture(1, 1, bytes(3), held))

    assert [note.id for note in notes] == ["imaging.first-frame", "imaging.had-place", "imaging.had-more"]
    assert notes_of(Picture(1, 1, bytes(3), PictureFacts(ImageFormat.JPEG))) == ()


def test_a_folder_that_can_not_be_written_stops_the_work(place: Place) -> None:
    with pytest.raises(OutsideFailed):
        list(place.folders.clean([place.root / "fair.jpg"], Copies(place.root / "broken.jpg")))


def test_several_at_once_come_largest_file_first(place: Place) -> None:
    names = [place.write(f"set/{n}.jpg", f"photo {50 + n} 50 {'x' * n}") for n in range(12)]

    seen = list(PhotoFolders(place.workers, at_once=3).scan(names, [], RULES))

    assert [photo.width for photo in seen] == [50 + number for number in reversed(range(12))]


@pytest.mark.skipif(
    not PHOTOS.is_dir(), reason=f"NO REAL PHOTOS at {PHOTOS}: the engine was not tried on any"
)
def test_the_right_people_are_found_on_real_photos(photo_workers: PhotoWorkers, tmp_path: Path) -> None:
    for name in KNOWN:
        (tmp_path / name).mkdir()
        for portrait in sorted((PHOTOS / "people" / name).iterdir())[:2]:
            (tmp_path / name / portrait.name).symlink_to(portrait)
    folders = PhotoFolders(photo_workers)
    people = folders.people(tmp_path)
    groups = [PHOTOS / name for name, known in labels().items() if "identities" in known]
    strangers = [PHOTOS / "faces" / name for name in ("dogs.jpg", "2008_001009.jpg", "2008_001322.jpg")]

    found = {
        photo.path: sorted(
            seen.judgement.likest.who
            for seen in photo.faces
            if seen.judgement.state is FaceState.MATCH and seen.judgement.likest
        )
        for photo in folders.scan([*groups, *strangers], people, RULES)
    }

    assert [person.unusable for person in people] == [()] * len(people)
    for path in groups:
        known = labels()[path.relative_to(PHOTOS).as_posix()]["identities"]
        assert isinstance(known, list)
        assert found[path] == sorted(known)
    assert [found[path] for path in strangers] == [[], [], []]
