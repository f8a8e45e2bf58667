"""`smadmin photos`: the JSON of the contract, refusals by status, copies that are safe."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from smadmin.cli.asking import Asked, Doors, with_common_options
from smadmin.cli.photos import _bar, _with_progress, photo_commands
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.law import LawDecision
from smadmin.domain.photos.faces import FoundFace
from smadmin.domain.photos.pictures import Picture
from smadmin.domain.photos.ports import EngineName
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Grounds, open_grounds
from smadmin.services.photos.folders import PhotoFolders, SeenPhoto
from smadmin.services.places import Place
from smadmin.services.students.law import Law
from tests.photo_fakes import FakePhotoWorkers
from tests.school import make_school


class Shell:
    """The commands over fake workers, in a folder with photos and portraits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workers: FakePhotoWorkers = FakePhotoWorkers()
        self.school = root / "school"
        (root / "people").mkdir()
        (root / "people" / "Ada.jpg").write_text("photo 60 60 Ada")
        (root / "people" / "Two.jpg").write_text("photo 60 60 Cem Ben")
        (root / "fair.jpg").write_text("photo 200 100 Ada Cem ~Ada")
        (root / "broken.jpg").write_text("nothing")

    def run(self, *arguments: str) -> Result:
        state = Asked(Doors(self._grounds, Catalogue.load("en"), str), self.school)
        told = [str(self.root / word[1:]) if word.startswith("@") else word for word in arguments]
        return CliRunner().invoke(with_common_options(photo_commands(self._open)), told, obj=state)

    def found_school(self, *, matching: bool) -> None:
        """Let a school live in the data folder that decided about comparing faces."""
        school = make_school(self.school)
        Law(school.desk).decide(school.by("pat"), LawDecision("CO", "Pat Winters", "a sample", matching))
        school.rest()

    @property
    def folders(self) -> PhotoFolders:
        """What the commands look through."""
        return PhotoFolders(self.workers)

    def no_grounds(self, _folder: Path | None) -> Grounds:
        raise AssertionError("no store is wanted here")

    def _grounds(self, folder: Path | None) -> Grounds:
        return open_grounds(Place(folder or self.school, folder or self.school))

    def json(self, *arguments: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.run(*arguments, "--json").stdout)
        return told

    @contextmanager
    def _open(self, at_once: int) -> Iterator[PhotoFolders]:
        yield PhotoFolders(self.workers, at_once=at_once)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_scan_tells_what_the_contract_says(shell: Shell) -> None:
    told = shell.json("scan", "@fair.jpg", "@broken.jpg", "--people", "@people", "--threshold", "0.55")

    assert told["engine"] == {"detector": "reads names", "descriptor": "letters", "threshold": 0.55}
    assert [(person["name"], person["portraits"]) for person in told["people"]] == [("Ada", 1), ("Two", 0)]
    assert told["people"][1]["unusable"][0].startswith("Two.jpg: 2 faces")
    fair, broken = told["photos"]
    assert set(fair) == {"path", "sha256", "width", "height", "error", "seconds", "faces"}
    assert (fair["path"], fair["width"], fair["error"]) == (str(shell.root / "fair.jpg"), 200, None)
    assert broken["error"] == "This isn't a photo of a kind that can be opened."
    first = fair["faces"][0]
    assert first == {
        "box": [0, 0, 64, 64],
        "confidence": 0.9,
        "state": "match",
        "person": "Ada",
        "distance": 0.0,
        "nearest": [{"person": "Ada", "distance": 0.0}],
    }
    assert [face["state"] for face in fair["faces"]] == ["match", "no_match", "possible"]
    assert told["totals"] | {"seconds": 0} == {"photos": 2, "faces": 3, "unreadable": 1, "seconds": 0}


def test_people_read_words_not_states(shell: Shell) -> None:
    told = shell.run("scan", "@fair.jpg", "--people", "@people")

    assert told.exit_code == 0
    assert "looks like Ada; no match found; may be Ada: please look" in told.stdout


def test_a_crowd_is_counted_not_listed(shell: Shell) -> None:
    (shell.root / "crowd.jpg").write_text("photo 999 100 Cem Ada Ben Dan Eve")

    told = shell.run("scan", "@crowd.jpg", "--people", "@people")

    assert "crowd.jpg: 4 faces: no match found; looks like Ada\n" in told.stdout


class Terminal(StringIO):
    """Stands for a terminal: it notes what is written on it."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_bars_show_how_far_portraits_and_photos_are(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    state = Asked(Doors(shell.no_grounds, Catalogue.load("en"), str))
    photos = [shell.root / "a.jpg", shell.root / "b.jpg"]

    told = _with_progress(state, (SeenPhoto(path) for path in reversed(photos)), photos)
    people = shell.folders.people(
        shell.root / "people", watched=partial(_bar, state, "imaging.bar-portraits")
    )

    assert [seen.path for seen in told] == photos
    assert [person.name for person in people] == ["Ada", "Two"]
    for shown in ("Photos", "0/2", "2/2", "Portraits"):
        assert shown in seen.getvalue()
    assert seen.getvalue().count("2/2") >= 2


def test_an_odd_name_is_one_line_for_people_and_text_in_the_json(shell: Shell) -> None:
    odd = os.fsdecode(b"line\nbreak\xff.jpg")
    (shell.root / odd).write_text("photo 60 60 Ada")

    told = shell.run("scan", f"@{odd}", "--people", "@people").stdout
    path = shell.json("scan", f"@{odd}", "--people", "@people")["photos"][0]["path"]

    assert "break\ufffd.jpg: looks like Ada" in told
    assert "\nbreak" not in told
    assert path.endswith("line\nbreak?.jpg")
    assert shell.json("clean", f"@{odd}", "--out", "@out")["photos"][0]["copy"].endswith("photo-001.jpg")


def test_without_a_store_the_legal_basis_is_mentioned(shell: Shell) -> None:
    told = shell.run("scan", "@fair.jpg", "--people", "@people", "--json")

    assert len(told.stderr.splitlines()) == 1
    assert "legal basis" in told.stderr


@pytest.mark.parametrize("command", [["scan"], ["cover", "--out", "@out"]])
def test_who_sees_by_weaker_eyes_is_told(
    shell: Shell, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.found_school(matching=True)
    monkeypatch.setattr(shell.workers, "name", lambda: EngineName("reads names", "letters", weaker=True))

    told = shell.run(*command, "@fair.jpg", "--people", "@people")

    assert told.stderr.splitlines()[0].startswith("Faces were looked for by a weaker way")


def test_where_the_school_decided_for_comparing_it_is_done_in_silence(shell: Shell) -> None:
    shell.found_school(matching=True)

    told = shell.run("scan", "@fair.jpg", "--people", "@people", "--json")

    assert (told.exit_code, told.stderr) == (0, "")


@pytest.mark.parametrize("command", [["scan"], ["cover", "--out", "@out"]])
def test_where_comparing_is_not_allowed_nothing_is_compared(shell: Shell, command: list[str]) -> None:
    shell.found_school(matching=False)

    told = shell.run(*command, "@fair.jpg", "--people", "@people")

    assert isinstance(told.exception, NotAllowed)
    assert told.stdout == ""
    assert not (shell.root / "out").exists()


def test_covered_copies_are_written_and_counted(shell: Shell) -> None:
    told = shell.json("cover", "@fair.jpg", "--people", "@people", "--out", "@out", "--cover", "all")

    (photo,) = told["photos"]
    assert (photo["copy"], photo["covered"]) == (str(shell.root / "out" / "photo-001.jpg"), 3)
    assert (shell.root / "out" / "photo-001.jpg").read_bytes().startswith(b"clean")


def test_everybody_is_covered_also_where_comparing_is_not_allowed(shell: Shell) -> None:
    shell.found_school(matching=False)

    told = shell.json("cover", "@fair.jpg", "--out", "@out", "--cover", "all")

    (photo,) = told["photos"]
    assert (told["people"], photo["covered"]) == ([], 3)
    assert [face["nearest"] for face in photo["faces"]] == [[], [], []]  # nobody was compared


def test_whoever_covers_some_says_whom(shell: Shell) -> None:
    told = shell.run("cover", "@fair.jpg", "--out", "@out")

    assert isinstance(told.exception, BadInput)
    assert told.exception.remedy is not None
    assert told.exception.remedy.id == "imaging.whom-remedy"


class Afar(FakePhotoWorkers):
    """Sees faces far away."""

    def find(self, picture: Picture) -> tuple[FoundFace, ...]:
        return tuple(
            replace(face, box=face.box.within(9_999, 20) or face.box) for face in super().find(picture)
        )


def test_who_is_too_small_to_tell_is_not_left_uncovered_in_silence(shell: Shell) -> None:
    shell.workers = Afar()
    (shell.root / "crowd.jpg").write_text("photo 999 100 Cem Ben Dan")

    told = {
        which: shell.run("cover", "@crowd.jpg", "--people", "@people", "--out", "@out", "--cover", which)
        for which in ("matched", "all")
    }

    assert "3 faces are too small to tell and show in their copies" in told["matched"].stderr
    assert "too small" not in told["all"].stderr


@pytest.mark.parametrize("style", ["solid", "blur", "shape"])
def test_covers_have_the_look_that_was_asked_for(shell: Shell, style: str) -> None:
    arguments = ["cover", "@fair.jpg", "--people", "@people", "--out", "@out", "--cover", "all"]

    shell.run(*arguments, "--style", style)

    ((picture, _),) = shell.workers.encoded
    assert picture.pixels[: 3 * 10] == {
        "solid": bytes((24, 44, 92)) * 10,
        "shape": bytes((242, 183, 5)) * 10,
    }.get(style, picture.pixels[: 3 * 10])


def test_a_copy_is_as_large_as_its_platform_takes_it(shell: Shell) -> None:
    (shell.root / "large.jpg").write_text("photo 3000 10 Ada")

    for platform in ("instagram", "facebook"):
        shell.run("clean", "@large.jpg", "--out", "@out", "--platform", platform)
    shell.run("clean", "@large.jpg", "--out", "@out")

    assert shell.workers.shrunk == [1440, 2048]  # without a platform it stays as it is


def test_a_platform_that_is_not_there_is_bad_input(shell: Shell) -> None:
    assert isinstance(
        shell.run("clean", "@fair.jpg", "--out", "@out", "--platform", "myspace").exception, BadInput
    )


@pytest.mark.parametrize("command", [["clean"], ["cover", "--people", "@people"]])
def test_a_copy_that_is_missing_is_not_passed_over(shell: Shell, command: list[str]) -> None:
    told = shell.run(*command, "@fair.jpg", "@broken.jpg", "--out", "@out")

    assert isinstance(told.exception, BadInput)
    assert [path.name for path in (shell.root / "out").iterdir()] == ["photo-001.jpg"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["cover", "@fair.jpg", "--people", "@people", "--out", "@out", "--style", "mosaic"],
        ["scan", "@fair.jpg"],
        ["scan", "@fair.jpg", "--people", "@people", "--threshold", "-1"],
        ["clean", "@fair.jpg"],
    ],
)
def test_what_is_not_there_is_bad_usage(shell: Shell, arguments: list[str]) -> None:
    assert shell.run(*arguments).exit_code == 2
