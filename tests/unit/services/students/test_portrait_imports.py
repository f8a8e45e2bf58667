"""Portraits of many children at once: whose they are, what can't be used, stopping, and doing it again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.photos.clarity import Clarity
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.portraits import Flaw
from smadmin.domain.vocabulary import Act
from smadmin.importing.spreadsheets.reading import ListReader
from smadmin.services.students.portrait_imports import PortraitImports, PortraitStep
from tests.enrolled import Office, make_office
from tests.seeing import ANN, BEN, CAM, Eyes, as_file, picture
from tests.unit.importing.spreadsheets.lists import archive

LIST = """\
Student Number|First name|Last name|Class
100|Annabel|Quillfeather|4b
101|Benedict|Rookwood|4b
102|Camila|Sandoval|5a
"""
FACE = {100: ANN, 101: BEN, 102: CAM}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path / "school")
    ana = made.room.by("ana")
    made.take(ana, made.order(ana, LIST))
    return made


@pytest.fixture
def imports(office: Office) -> Iterator[PortraitImports]:
    with ListReader() as lists:
        yield PortraitImports(office.room.school.desk, lists, office.room.portraits)


def portrait(number: int) -> bytes:
    return as_file(picture((FACE[number], 100)))


def zipped(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "portraits.zip"
    path.write_bytes(archive(files))
    return path


def taken(imports: PortraitImports, by: Actor, place: Path) -> list[PortraitStep]:
    return list(imports.take(by, imports.look(by, place)))


def portraits(office: Office, by: Actor) -> dict[str, int]:
    return {number: len(child.portraits) for number, child in office.children(by).items()}


def test_a_zip_of_portraits_named_by_number_is_taken_over(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")
    files = {f"photos/{number}.jpg": portrait(number) for number in FACE} | {"photos/999.jpg": portrait(100)}
    place = zipped(tmp_path, files)

    plan = imports.look(ana, place)
    steps = list(imports.take(ana, plan))

    assert [one.why.id for one in plan.placed.unplaced] == ["enrolling.portrait-of-nobody"]
    assert [(step.done, step.total) for step in steps] == [(1, 3), (2, 3), (3, 3)]
    assert steps[-1].kept == 3
    assert portraits(office, ana) == {"100": 1, "101": 1, "102": 1}
    ann = office.children(ana)["100"]
    assert office.room.media.open(ana, ann.portraits[0]) == portrait(100)


def test_a_photographers_disc_is_read_by_its_index(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")
    disc = tmp_path / "disc"
    (disc / "4B").mkdir(parents=True)
    (disc / "INDEX.TXT").write_text("V\t4B\t0001.jpg\t4\tRookwood\tBenedict\t4b\n", "cp1252")
    (disc / "4B" / "0001.jpg").write_bytes(portrait(101))

    taken(imports, ana, disc)

    assert portraits(office, ana) == {"100": 0, "101": 1, "102": 0}


def test_a_portrait_that_cant_be_used_is_told_and_the_others_are_kept(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")
    two = as_file(picture((ANN, 20), (BEN, 200)))
    place = zipped(tmp_path, {"100.jpg": two, "101.jpg": b"no picture", "102.jpg": portrait(102)})

    steps = taken(imports, ana, place)

    told = {one.name: one.why.id for step in steps for one in step.unusable}
    assert set(told) == {"100.jpg", "101.jpg"}
    assert told["100.jpg"] == "students.portrait-faces"
    assert portraits(office, ana) == {"100": 0, "101": 0, "102": 1}


def test_what_isnt_good_of_the_kept_portraits_is_told_and_of_no_other(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    class Dim(Eyes):
        def find(self, picture: Picture) -> tuple[FoundFace, ...]:
            clarity = Clarity(aside=0.0, sharpness=1.0, light=1.0)
            return tuple(replace(face, clarity=clarity) for face in super().find(picture))

    ana = office.room.by("ana")
    office.room.portraits._workers = Dim()
    place = zipped(tmp_path, {"100.jpg": portrait(100), "101.jpg": b"no picture", "102.jpg": portrait(102)})
    job = imports.take(ana, imports.look(ana, place))

    begun = next(job)
    steps = [begun, *job]

    assert begun.flawed == ()  # not kept yet
    assert [(one.name, one.flaws) for step in steps for one in step.flawed] == [
        ("100.jpg", (Flaw.DARK,)),
        ("102.jpg", (Flaw.DARK,)),
    ]


def test_the_same_folder_again_keeps_each_portrait_once(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")
    place = zipped(tmp_path, {"100.jpg": portrait(100)})
    taken(imports, ana, place)

    steps = taken(imports, ana, place)

    assert (steps[-1].kept, steps[-1].same, steps[-1].unusable) == (0, 1, ())
    assert portraits(office, ana)["100"] == 1


def test_stopping_leaves_whole_portraits_and_no_files_without_a_row(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")
    place = zipped(tmp_path, {f"{number}.jpg": portrait(number) for number in FACE})
    job = imports.take(ana, imports.look(ana, place))

    next(job)
    job.close()

    assert portraits(office, ana) == {"100": 0, "101": 0, "102": 0}
    assert not [path for path in (office.room.folder / "media").rglob("*") if path.is_file()]
    taken(imports, ana, place)
    assert portraits(office, ana) == {"100": 1, "101": 1, "102": 1}


def test_each_portrait_is_a_row_that_names_the_child_in_a_sealed_part(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana = office.room.by("ana")

    taken(imports, ana, zipped(tmp_path, {"100.jpg": portrait(100), "101.jpg": portrait(101)}))

    parts = office.parts(ana, Act.ADD_PORTRAIT, "student")
    children = office.children(ana)
    assert [part["student"] for part in parts] == [children["100"].id, children["101"].id]
    office.room.students.still_right(ana)  # the rows are what was signed last


def test_a_reviewer_may_not_take_portraits_over(
    office: Office, imports: PortraitImports, tmp_path: Path
) -> None:
    ana, bo = office.room.by("ana"), office.room.by("bo")
    plan = imports.look(ana, zipped(tmp_path, {"100.jpg": portrait(100)}))

    with pytest.raises(NotAllowed):
        list(imports.take(bo, plan))

    assert not [path for path in (office.room.folder / "media").rglob("*") if path.is_file()]
