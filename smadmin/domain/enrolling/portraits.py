"""Whose portrait a file is: by the photographer's index (PSPA, PSPI), by the number in its name, by the name.

A portrait filed under the wrong child covers the wrong face for years, so a file that fits two children, or
whose number and name speak of different ones, belongs to nobody and is told.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smadmin.domain.enrolling.cells import first_and_last, number_key
from smadmin.domain.enrolling.columns import recognised
from smadmin.domain.enrolling.meanings import Meaning
from smadmin.domain.enrolling.tables import Line, Table
from smadmin.domain.ids import StudentId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.reading import fold
from smadmin.domain.students import Student

PICTURES = frozenset({"jpg", "jpeg", "jpe", "png", "webp", "tif", "tiff", "heic", "heif", "hif", "avif"})
INDEX_NAMES = re.compile(r"^(?:.*[-_ ])?(?:master|index)[^/]*\.(?:txt|csv|tsv|xlsx?)$")
"""What photographers call the index: `INDEX.TXT`, `MASTER.TXT`, `Master Index.txt`."""
_FOLDER, _FILE, _LAST, _FIRST = 1, 2, 4, 5
"""Places in an index without titles: volume, folder, file, grade, last name, first name, home room, period,
teacher, track, department, title, size (PSPI guidelines 2017-2018), then what the school asked for."""
_STANDARD = 12
_MOST_PARTS = 60
_BETWEEN = re.compile(r"[\s_,.\-()+&]+")


@dataclass(frozen=True)
class PortraitFile:
    """A file of which it is known whose portrait it is."""

    name: str
    student: StudentId


@dataclass(frozen=True)
class Unplaced:
    """A file that belongs to nobody as far as can be told, and why; or one that can't be used."""

    name: str
    why: Message


@dataclass(frozen=True)
class Placed:
    """All pictures of a folder or archive."""

    files: tuple[PortraitFile, ...]
    unplaced: tuple[Unplaced, ...]


def is_picture(name: str) -> bool:
    """Tell a picture by its name's ending; what a Mac leaves beside (`__MACOSX`, `._x.jpg`) is none."""
    parts = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not hidden and parts[-1].rpartition(".")[2].lower() in PICTURES


def is_index(name: str) -> bool:
    """Tell whether a file is called as photographers call their index."""
    return INDEX_NAMES.match(name.rpartition("/")[2].lower()) is not None


def place_portraits(names: Iterable[str], students: Sequence[Student], index: Table | None) -> Placed:
    """Say whose portraits these files are.

    Args:
        names: the pictures' names, with `/` between folders.
        students: the children of the school.
        index: the photographer's index, or None.
    """
    search = _Search(students)
    listed = {} if index is None else _by_file(index)
    files, unplaced = [], []
    for name in names:
        line = listed.get(_path_key(name)) or listed.get(_path_key(name.rpartition("/")[2]))
        found = search.by_name_of(name) if line is None else search.by_line(line)
        if isinstance(found, Message):
            unplaced.append(Unplaced(name, found))
        else:
            files.append(PortraitFile(name, found.id))
    return Placed(tuple(files), tuple(unplaced))


@dataclass(frozen=True)
class _Listed:
    """A line of the index: who it says the picture shows."""

    number: str
    first: str
    last: str
    further: tuple[str, ...]


class _Search:
    """The children by number and by name."""

    def __init__(self, students: Sequence[Student]) -> None:
        self._by_number: dict[str, list[Student]] = {}
        self._in_parts: dict[str, list[Student]] = {}
        self._by_name: dict[frozenset[str], list[Student]] = {}
        for student in students:
            if student.number:
                self._by_number.setdefault(number_key(student.number), []).append(student)
            if _BETWEEN.search(student.number):
                self._in_parts.setdefault(student.number.casefold(), []).append(student)
            self._by_name.setdefault(_words(student.name), []).append(student)

    def by_line(self, line: _Listed) -> Student | Message:
        """Give the child of an index's line, or why there is none."""
        if line.number:
            found = self._numbered([line.number])
        else:
            found = [one for one in self._numbered(line.further) if fold(one.last_name) == fold(line.last)]
        if not found:
            found = self._by_name.get(_words(f"{line.first} {line.last}"), [])
            return (
                found[0]
                if len(found) == 1
                else _why_not(found, f"{line.first} {line.last}".strip() or line.number)
            )
        if len(found) > 1:
            return _why_not(found, line.number)
        named = _words(f"{line.first} {line.last}")
        if named and not named & _words(found[0].name):
            return say(
                "enrolling.portrait-of-another", listed=f"{line.first} {line.last}", number=found[0].number
            )
        return found[0]

    def by_name_of(self, file: str) -> Student | Message:
        """Give the child whose number, or whose name, is in a file's own name."""
        stem = file.rpartition("/")[2].rpartition(".")[0]
        parts = [part for part in _BETWEEN.split(stem)[:_MOST_PARTS] if part]
        # "100 2" may be the child 1002, or a second picture of the child 100: then it is nobody's.
        found = self._written_in(stem) or self._numbered([stem, *parts])
        namesakes = self._by_name.get(_words(" ".join(part for part in parts if not part.isdigit())), [])
        found = found or namesakes
        if len(found) != 1:
            return _why_not(found, stem)
        if namesakes and found[0] not in namesakes:
            return say("enrolling.portrait-of-another", listed=namesakes[0].name, number=found[0].number)
        return found[0]

    def _written_in(self, stem: str) -> list[Student]:
        """Give the children whose number has parts ("S-100") and stands in a name as it is written."""
        between = list(_BETWEEN.finditer(stem))[:_MOST_PARTS]
        starts = (0, *(gap.end() for gap in between))
        ends = (*(gap.start() for gap in between), len(stem))
        runs = (stem[start:end].casefold() for start in starts for end in ends if end > start)
        return [student for run in dict.fromkeys(runs) for student in self._in_parts.get(run, ())]

    def _numbered(self, numbers: Iterable[str]) -> list[Student]:
        found: dict[StudentId, Student] = {}
        for number in numbers:
            for student in self._by_number.get(number_key(number), ()):
                found[student.id] = student
        return list(found.values())


def _why_not(found: Sequence[Student], sought: str) -> Message:
    if found:
        return say("enrolling.portrait-of-several", sought=sought)
    return say("enrolling.portrait-of-nobody", sought=sought)


def _by_file(index: Table) -> Mapping[str, _Listed]:
    """Give an index's lines by the picture they name, with its folder and without."""
    places = {meaning: place for place, meaning in recognised(index.titles).items()}
    if Meaning.PORTRAIT not in places:
        return _by_place(index)
    folder = next((place for place, title in enumerate(index.titles) if _is_folder(title)), None)
    listed: dict[str, _Listed] = {}
    for line in index.lines:
        cells = {meaning: line.cell(place) for meaning, place in places.items()}
        first, last = cells.get(Meaning.FIRST_NAME, ""), cells.get(Meaning.LAST_NAME, "")
        if not (first or last):
            first, last = first_and_last(cells.get(Meaning.WHOLE_NAME, ""))
        who = _Listed(cells.get(Meaning.NUMBER, ""), first, last, line.cells[_STANDARD:])
        _list(listed, cells[Meaning.PORTRAIT], "" if folder is None else line.cell(folder), who)
    return listed


def _by_place(index: Table) -> Mapping[str, _Listed]:
    """Read an index without titles, whose first line stands where titles would."""
    listed: dict[str, _Listed] = {}
    for line in (Line(0, index.titles), *index.lines):
        if is_picture(line.cell(_FILE)):
            who = _Listed("", line.cell(_FIRST), line.cell(_LAST), line.cells[_STANDARD:])
            _list(listed, line.cell(_FILE), line.cell(_FOLDER), who)
    return listed


def _list(listed: dict[str, _Listed], file: str, folder: str, who: _Listed) -> None:
    if not file:
        return
    if folder:
        listed[_path_key(f"{folder}/{file}")] = who
    # Retakes lie in a second volume under the same name; which of them is meant says the folder alone.
    listed.setdefault(_path_key(file), who)


def _is_folder(title: str) -> bool:
    return re.sub(r"[^a-z]", "", fold(title)) in {"imagefolder", "folder", "imagepath", "photofolder"}


def _path_key(path: str) -> str:
    """Give a path as it is compared: the disc's letters and both kinds of slash are all the same."""
    parts = [part for part in re.split(r"[/\\]+", path.casefold()) if part not in {"", "."}]
    return "/".join(parts[-2:])


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in re.split(r"[\s,]+", name) if word)
