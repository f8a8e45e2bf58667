"""A made library of kept pictures and a process that searches it, for `sweep`.

As a process: `python -m benchmarks._sweep FOLDER MINUTES` is a computer login with nobody signed in, whose
clock is so many minutes on; it prints a line for each piece that is whole, and ends when nothing is left.
"""

import itertools
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

from smadmin import resources
from smadmin.domain.ids import StudentId
from smadmin.domain.law import LawDecision
from smadmin.domain.media import RightOfUse
from smadmin.domain.sweeps import BEGUN_PART, SweepId
from smadmin.domain.vocabulary import Act, Noun
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services.grounds import DataFolder
from smadmin.services.photos.intake import SetFacts
from smadmin.services.places import Place
from smadmin.services.proof import Proof
from smadmin.services.seat_room import SeatRoom
from smadmin.services.sweep_tasks import SweepTasks
from smadmin.storage.store import Store
from tests.darkroom import Darkroom, make_darkroom
from tests.faults.logging_in import KeptSecrets
from tests.pictures import PHOTOS
from tests.school import MONDAY, CountedIds, MovableClock
from tests.sweeping import Sweeping, kept_files, read_sweep

CORES = 2
LONGEST_PX = 2048
"""Of a covered file as the platforms take it."""
WHO = "obama"
_AT_ONCE = 25


def made_library(folder: Path, count: int) -> Sweeping:
    """Found a school that keeps so many covered pictures, and a sweep for one child who is enrolled."""
    with PhotoWorkers.open(at_once=CORES) as workers:
        room = make_darkroom(folder, workers=workers)
        pat, school = room.by("pat"), room.school
        ann = room.children(by=pat)["ann"]
        room.law.decide(pat, LawDecision("TX", "Pat Winters, principal", "district policy", matching=True))
        room.consent(pat, ann, school.clock.now().date() + timedelta(days=200))
        room.portraits.add(pat, ann, _portrait())
    facts = SetFacts("Years of posts", "Ana Brooks", RightOfUse.STAFF, "Facebook", ("4b",))
    pictures = library_pictures(count)
    while some := list(itertools.islice(pictures, _AT_ONCE)):
        files = [room.file(f"{time.monotonic_ns()}.jpg", one) for one in some]
        room.intake.take_in(pat, facts, files)
        for one in files:
            one.unlink()
    with school.desk.deed(pat) as deed:
        for photo in deed.unit.photos.all():
            deed.unit.photos.change(replace(photo, exported=photo.original, exported_sha256=photo.sha256))
    return _begun(folder, room, ann)


def library_pictures(count: int) -> Iterator[bytes]:
    """Make covered, clean files, each a little different, so that none is a copy of another."""
    drawn = sorted((resources.find("sample") / "photos").glob("*.jpg"))
    real = sorted(path for path in PHOTOS.rglob("*.jpg") if path != _portrait()) if PHOTOS.is_dir() else []
    sources = [_sized(path) for path in (*real, *drawn)]
    for number, source in zip(range(count), itertools.cycle(sources), strict=False):
        image = source.copy()
        side = max(image.size) // 12
        ImageDraw.Draw(image).rectangle((3, 3, side, side), fill=(90, 90, 90))  # a cover, where nobody is
        image.putpixel((number % image.width, 0), (number % 256, number // 256 % 256, 2))
        file = BytesIO()
        image.save(file, "JPEG", quality=88)
        yield file.getvalue()


def search(folder: Path, minutes: float) -> None:
    """Be a computer login with nobody signed in until nothing is left."""
    secrets, clock = KeptSecrets(folder / "keyring.json"), MovableClock(MONDAY + timedelta(minutes=minutes))
    place = Place(folder, folder)
    data = DataFolder(place, Store.open(folder), secrets, clock, CountedIds(10**9), keyring=lambda _: secrets)
    room = SeatRoom(data, data.own_desk())
    begun = True
    while begun or room.searching:
        begun = False
        for part in room.search():
            if part.error is not None:
                raise part.error
            print(json.dumps({"done": part.done}), flush=True)
    room.end()
    data.close()


def peer_s(pictures: list[bytes]) -> float:
    """Search the same pictures as `face_recognition` users do, a process for each core; seconds for all."""
    import face_recognition  # noqa: PLC0415 - loads its models

    known = face_recognition.face_encodings(face_recognition.load_image_file(_portrait()))[0]
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(_warm, range(CORES)))
        begun = time.perf_counter()
        list(pool.map(partial(_as_they_do, known), pictures))
        return time.perf_counter() - begun


def _warm(_number: int) -> None:
    import face_recognition  # noqa: F401, PLC0415 - each process loads its models first


def _as_they_do(known: NDArray[np.float64], content: bytes) -> bool:
    import face_recognition  # noqa: PLC0415 - loaded by `_warm`

    image = face_recognition.load_image_file(BytesIO(content))
    return any(face_recognition.compare_faces(face_recognition.face_encodings(image), known))


def _begun(folder: Path, room: Darkroom, ann: StudentId) -> Sweeping:
    school = room.school
    proof = Proof(school.desk, lambda: school.noted)
    school.note()
    school.desk.proven, school.desk.proof = proof.trust, proof.now
    sweep = SweepId(school.desk.ids.new())
    with school.desk.deed(room.by("pat")) as deed:
        said = {"student": ann, "why": "opted-out"}
        deed.record(Act.BEGIN_SWEEP, Noun.SWEEPS, sweep, parts={BEGUN_PART: said})
    tasks = SweepTasks(school.desk, proof, read_sweep, partial(kept_files, school.desk))
    with school.desk.look(room.by("pat")) as unit:
        photos = tuple(one.id for one in unit.photos.all())
    return Sweeping(room, proof, tasks, ann, sweep, photos, folder / "media")


def _portrait() -> Path:
    """Give who is searched for: of the test photos, else a drawn child."""
    if PHOTOS.is_dir():
        return sorted((PHOTOS / "people" / WHO).glob("*.jpg"))[0]
    return sorted((resources.find("sample") / "portraits").glob("*/*.jpg"))[0]


def _sized(path: Path) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    scale = LONGEST_PX / max(image.size)
    return image.resize((round(image.width * scale), round(image.height * scale)))


if __name__ == "__main__":
    search(Path(sys.argv[1]), float(sys.argv[2]))
