"""Whose portrait a file is: by the photographer's index, by number, by name; in doubt nobody's."""

import pytest

from smadmin.domain.enrolling.columns import is_known
from smadmin.domain.enrolling.portraits import Placed, is_index, is_picture, place_portraits
from smadmin.domain.enrolling.tables import Table, table_of
from smadmin.domain.ids import SchoolId, StudentId
from smadmin.domain.students import Student


def student(key: str, first: str, last: str, number: str = "") -> Student:
    return Student(StudentId(key), SchoolId("s"), first, last, number=number)


ANN, BEN = student("ann", "Ann", "Ash", "00100"), student("ben", "Ben", "Bay", "101")
CAM = student("cam", "Camila", "Sandoval Ruiz")
TWINS = (student("t1", "Tim", "Two"), student("t2", "Tim", "Two"))
SCHOOL = (ANN, BEN, CAM, *TWINS)

HEAD = (
    "Volume Name|Image Folder|Image File Name|Grade|Last Name|First Name|Home Room|Period|Teacher Name|Track"
    "|Department|Title|Image Size|Student ID\n"
)
PSPI = f"""\
{HEAD}LES26|4B|0001.jpg|4|Ash|Ann|4b||Ms. Low|||||100
LES26|4B|0002.jpg|4|Bay|Ben|4b||Ms. Low|||||
LES26|5A|0001.jpg|5|Sandoval Ruiz|Camila|5a||Mr. Kim|||||
"""
PSPA = """\
LES26|4B|0001.jpg|4|Ash|Ann|4b||Ms. Low||||S|00100
LES26|4B|0002.jpg|4|Bay|Benjamin|4b||Ms. Low||||S|101
LES26|5A|0003.jpg|5|Two|Tim|5a||Mr. Kim||||S|
"""


def index(text: str) -> Table:
    return table_of([line.split("|") for line in text.splitlines()], is_known)


def whose(placed: Placed) -> dict[str, str]:
    return {file.name: file.student for file in placed.files}


def why(placed: Placed) -> dict[str, str]:
    return {one.name: one.why.id for one in placed.unplaced}


@pytest.mark.parametrize(
    "name",
    [
        "100.jpg",
        "4b/00100.JPG",
        "Ash_Ann_100.jpeg",
        "IMG-100 (2).png",
        "Ann Ash.heic",
        "Ash, Ann.jpg",
        "ASH_ANN.jpg",
    ],
)
def test_a_file_is_a_childs_by_its_number_or_name(name: str) -> None:
    assert whose(place_portraits([name], SCHOOL, None)) == {name: "ann"}


@pytest.mark.parametrize(
    "name", ["S-100.jpg", "s-100_2.jpg", "4b/IMG S-100 (3).JPG", "S100.jpg", "DSC_S-100-1.jpg"]
)
def test_a_number_with_a_dash_is_found_as_it_is_written(name: str) -> None:
    dora = student("dora", "Dora", "Day", "S-100")

    assert whose(place_portraits([name], (*SCHOOL, dora), None)) == {name: "dora"}


def test_a_second_picture_is_not_the_child_whose_number_it_spells_together() -> None:
    thousand = student("far", "Fay", "Far", "1012")

    placed = place_portraits(["101 2.jpg", "101_2.jpg"], (*SCHOOL, thousand), None)

    assert why(placed) == {"101 2.jpg": "enrolling.portrait-of-several"}
    assert whose(placed) == {"101_2.jpg": "ben"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("999.jpg", "enrolling.portrait-of-nobody"),
        ("DSC_0001.jpg", "enrolling.portrait-of-nobody"),
        ("Ann.jpg", "enrolling.portrait-of-nobody"),
        ("Tim Two.jpg", "enrolling.portrait-of-several"),
        ("100_101.jpg", "enrolling.portrait-of-several"),
        ("101 Ann Ash.jpg", "enrolling.portrait-of-another"),
    ],
)
def test_a_doubtful_file_is_nobodys_and_says_why(name: str, reason: str) -> None:
    assert why(place_portraits([name], SCHOOL, None)) == {name: reason}


def test_an_index_with_titles_says_whose_each_file_is_folder_by_folder() -> None:
    names = ["LES26/4B/0001.jpg", "LES26/4B/0002.jpg", "LES26/5A/0001.jpg"]

    placed = place_portraits(names, SCHOOL, index(PSPI))

    assert whose(placed) == dict(zip(names, ("ann", "ben", "cam"), strict=True))


def test_an_index_without_titles_is_read_by_its_places() -> None:
    placed = place_portraits(["4B/0001.JPG", "4B/0002.jpg", "5A/0003.jpg"], SCHOOL, index(PSPA))

    assert whose(placed) == {"4B/0001.JPG": "ann", "4B/0002.jpg": "ben"}
    assert why(placed) == {"5A/0003.jpg": "enrolling.portrait-of-several"}


def test_an_index_whose_number_is_another_childs_is_doubted() -> None:
    wrong = index("Image File Name|Last Name|First Name|Student ID\n0001.jpg|Bay|Ben|100\n")

    assert why(place_portraits(["0001.jpg"], SCHOOL, wrong)) == {"0001.jpg": "enrolling.portrait-of-another"}


def test_a_picture_that_the_index_lacks_is_told_by_its_own_name() -> None:
    placed = place_portraits(["retakes/101.jpg"], SCHOOL, index(PSPI))

    assert whose(placed) == {"retakes/101.jpg": "ben"}


@pytest.mark.parametrize(
    "name", ["INDEX.TXT", "LES26/Index.txt", "Master Index.txt", "school-index.csv", "MASTER.xlsx"]
)
def test_photographers_indexes_are_known_by_name(name: str) -> None:
    assert is_index(name)


@pytest.mark.parametrize("name", ["COPYRIGHT.TXT", "readme.txt", "index.html", "4B/0001.jpg"])
def test_other_files_are_no_index(name: str) -> None:
    assert not is_index(name)


def test_pictures_are_told_from_what_systems_leave_beside_them() -> None:
    assert is_picture("4B/0001.JPG")
    assert not any(
        map(is_picture, ["__MACOSX/4B/0001.jpg", "4B/._0001.jpg", "Thumbs.db", "INDEX.TXT", ".cache/1.jpg"])
    )
