"""After export nothing lies anywhere by which a child could be recognised: no thumbnail, cache, undo (R3)."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.review import Decision
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.backups import Backups
from smadmin.services.export import RecordExport
from smadmin.services.logs import start_log, stop_log
from smadmin.services.places import Place
from smadmin.ui.crash import report_of
from tests.darkroom import FACTS, Darkroom, make_darkroom
from tests.remains import chunks_of, files_below, images_in, strips_of
from tests.school import make_school

PHOTO = "sample/photos/02-chess-club.jpg"


@pytest.fixture
def workers() -> Iterator[PhotoWorkers]:
    with PhotoWorkers.open() as workers:
        yield workers


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a home and a folder for temporary files that nobody else writes to."""
    make_school(tmp_path / "first").store.close()  # so that what all tests copy lies where it stays
    home = tmp_path / "home"
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR"):
        (home / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(home / name))
    monkeypatch.setattr(tempfile, "tempdir", str(home / "TMPDIR"))
    level = logging.getLogger().level
    start_log(home / "logs")
    logging.getLogger().setLevel(logging.DEBUG)
    yield home
    stop_log()
    logging.getLogger().setLevel(level)


def review(room: Darkroom, file: bytes) -> tuple[Picture, bytes]:
    """Take a photo in, look at it in every way, decide, take back, decide again and export."""
    ana = room.by("ana")
    camera = room.folder.parent / "camera"
    camera.mkdir()
    (camera / "IMG_0001.jpg").write_bytes(file)
    made = room.intake.take_in(ana, FACTS, [camera]).value
    for _ in room.finder.run(ana, made.set):
        pass
    (photo,) = made.photos
    room.previews.photo(ana, photo, longest_px=320)
    face = room.photo(ana, photo).faces[0]
    room.previews.face(ana, photo, face.id, longest_px=420)
    room.review.decide(ana, photo, face.id, Decision.COVERED)
    room.review.undo(ana, photo)
    room.review.cover_everybody(ana, [photo])
    room.review.restyle(ana, made.set, CoverStyle.BLUR)
    room.previews.as_it_goes_out(ana, photo, longest_px=800)
    room.looks.finish(ana, photo, other_things_fine=True)
    room.export.export(ana, photo)
    (camera / "IMG_0001.jpg").unlink()
    camera.rmdir()
    return room.previews.photo(ana, photo, longest_px=10_000), room.export.content(ana, photo)


def crash_about(picture: Picture) -> str:
    """Let something go wrong with a picture in hand, and give the crash report."""
    try:
        int(picture.pixels[:1000])  # whose error quotes what it was given
    except ValueError as error:
        logging.getLogger("smadmin.faults").exception("it went wrong with %s", picture)
        return report_of(error).text
    return ""


def test_after_export_no_recognisable_copy_lies_anywhere(
    tmp_path: Path, home: Path, workers: PhotoWorkers
) -> None:
    room = make_darkroom(tmp_path / "data", workers=workers)
    file = resources.find(PHOTO).read_bytes()

    whole, exported = review(room, file)
    report = crash_about(whole)
    Backups(room.school.desk, Place(room.folder, room.folder)).make()
    RecordExport(room.school.desk).write(room.by("pat"), room.folder / "bag")

    faces = workers.find(whole)
    needles = chunks_of(file) | chunks_of(exported)
    for number, face in enumerate(faces):
        needles |= {f"face {number} {name}": strip for name, strip in strips_of(whole, face.box).items()}
    assert len(faces) >= 4
    assert len(needles) > 100
    left = files_below([tmp_path]) | {Path("crash report"): report.encode()}
    assert len(left) > 10
    assert {str(path): images for path, content in left.items() if (images := images_in(content))} == {}
    assert [(name, path) for name, needle in needles.items() for path in left if needle in left[path]] == []


def test_what_is_looked_for_would_be_found(tmp_path: Path, workers: PhotoWorkers) -> None:
    file = resources.find(PHOTO).read_bytes()
    whole = workers.decode(file)
    small = workers.encode(workers.shrink(whole, longest_px=64), ImageFormat.JPEG)
    (tmp_path / "cache.bin").write_bytes(b"some head" + small + whole.pixels)

    (left,) = files_below([tmp_path]).values()

    assert images_in(left)[0] == "JPEG (64, 43)"
    face = workers.find(whole)[0]
    assert strips_of(whole, face.box)["rgb 0"] in left
    assert chunks_of(small)["file 0"] in left
