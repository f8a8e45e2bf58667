"""What a column means: by its title, by what a person said last, and what is missing."""

import pytest

from smadmin.domain.enrolling.columns import (
    choices_of,
    mapping_blockers,
    meaning_of,
    recognised,
    remembered,
)
from smadmin.domain.enrolling.meanings import SAYS_MAY, SAYS_NO, Meaning
from smadmin.domain.students import OptOut

POWERSCHOOL = ("[Students]Student_Number", "Last_Name", "First_Name", "Grade_Level", "Home_Room", "ExitDate")
CAMPUS = (
    "student.studentNumber",
    "student.lastName",
    "student.firstName",
    "student.grade",
    "homeroomTeacher",
)
SKYWARD = ("Other ID", "Stu Last Name", "Stu First Name", "Stu Gr", "Homeroom")
SPANISH = ("Matrícula", "Apellidos", "Nombre", "Grado", "Salón")


@pytest.mark.parametrize("titles", [POWERSCHOOL, CAMPUS, SKYWARD, SPANISH])
def test_the_titles_of_schools_systems_are_known(titles: tuple[str, ...]) -> None:
    found = [recognised(titles)[column] for column in range(5)]

    assert found == [Meaning.NUMBER, Meaning.LAST_NAME, Meaning.FIRST_NAME, Meaning.GRADE, Meaning.GROUPS]


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("Directory Opt-Out", Meaning.OPTED_OUT),
        ("PHOTO_RELEASE", Meaning.MAY_PHOTOS),
        ("No photos", Meaning.NO_PHOTOS),
        ("Autorización de fotos", Meaning.MAY_PHOTOS),
        ("Image File Name", Meaning.PORTRAIT),
        ("LastFirst", Meaning.WHOLE_NAME),
        ("Biometric consent date", Meaning.MATCHING_FROM),
    ],
)
def test_a_title_is_known_whatever_its_spelling(title: str, meaning: Meaning) -> None:
    assert meaning_of(title) is meaning


@pytest.mark.parametrize("title", ["Photo", "FERPA", "Lunch", "", "Consent", "Release"])
def test_what_a_title_doesnt_say_plainly_is_not_guessed(title: str) -> None:
    assert meaning_of(title) is None


def test_a_media_form_is_read_as_being_about_photos_too() -> None:
    meaning = meaning_of("Media Release")

    assert meaning is not None
    assert SAYS_MAY[meaning] == {OptOut.PHOTOS, OptOut.MEDIA}


def test_each_opt_out_can_be_said_both_ways() -> None:
    said_no = frozenset[OptOut]().union(*SAYS_NO.values())
    said_may = frozenset[OptOut]().union(*SAYS_MAY.values())

    assert said_no == said_may == set(OptOut)


def test_of_two_columns_of_one_meaning_the_first_counts_but_for_classes() -> None:
    found = recognised(("First name", "Last name", "First name", "Class", "Clubs"))

    assert found == {
        0: Meaning.FIRST_NAME,
        1: Meaning.LAST_NAME,
        3: Meaning.GROUPS,
        4: Meaning.GROUPS,
    }


def test_what_a_person_said_last_counts_before_any_guess() -> None:
    titles = ("Nr", "Last", "First", "Class", "Hm")
    kept = choices_of(
        titles, {0: Meaning.NUMBER, 1: Meaning.LAST_NAME, 2: Meaning.FIRST_NAME, 4: Meaning.GROUPS}
    )

    found = remembered(("Last", "First", "Nr", "Class", "Grade", "Hm"), kept)

    assert found == {
        0: Meaning.LAST_NAME,
        1: Meaning.FIRST_NAME,
        2: Meaning.NUMBER,
        4: Meaning.GRADE,  # nobody was asked about it yet
        5: Meaning.GROUPS,
    }


def test_a_meaning_that_another_version_kept_is_passed_over() -> None:
    assert remembered(("Class",), {"Class": "shoe-size"}) == {}


def test_names_must_stand_in_some_column() -> None:
    (reason,) = mapping_blockers({0: Meaning.NUMBER, 1: Meaning.LAST_NAME})

    assert reason.message.id == "enrolling.no-name-column"
    assert mapping_blockers({0: Meaning.WHOLE_NAME}) == ()
    assert mapping_blockers({0: Meaning.FIRST_NAME, 1: Meaning.LAST_NAME}) == ()


def test_one_meaning_in_two_columns_is_asked_about() -> None:
    (reason,) = mapping_blockers({0: Meaning.WHOLE_NAME, 1: Meaning.NUMBER, 2: Meaning.NUMBER})

    assert reason.message.id == "enrolling.twice"
