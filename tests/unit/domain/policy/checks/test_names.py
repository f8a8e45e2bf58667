"""Full names of students are found as people write them; places, adults and first names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.policy.checks.names import FirstNamesOnly, OptedOutName
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName
from tests.policies import PEOPLE, STUDENTS, hits, marked, mended

NAMES_ONLY = FirstNamesOnly()
OPTED_OUT = OptedOutName()
BOLD_MARIA = "\U0001d40c\U0001d41a\U0001d42b\U0001d422\U0001d41a"
"""As people make bold letters on platforms that have none."""


@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Congratulations to Maria Garcia!", "Maria Garcia"),
        ("María García won", "María García"),
        ("Mari\u0301a Garci\u0301a won", "Mari\u0301a Garci\u0301a"),
        ("maria garcia won", "maria garcia"),
        ("MARIA GARCIA WON", "MARIA GARCIA"),
        ("Maria Garcia\u2019s mural", "Maria Garcia"),
        ("Maria Garcia's mural", "Maria Garcia"),
        ("Garcia, Maria (4b)", "Garcia, Maria"),
        ("Maria R. Garcia read aloud", "Maria R. Garcia"),
        ("Maria Elena Garcia read aloud", "Maria Elena Garcia"),
        ("Maria “Mia” Garcia read aloud", "Maria “Mia” Garcia"),
        ("Thank you, Maria\nGarcia", "Maria\nGarcia"),
        ("Maria\u00a0Garcia", "Maria\u00a0Garcia"),
        ("Maria 🎉 Garcia", "Maria 🎉 Garcia"),
        ("Ma\u200bria Garcia", "Ma\u200bria Garcia"),
        (f"{BOLD_MARIA} Garcia", f"{BOLD_MARIA} Garcia"),
        ("#MariaGarcia", "MariaGarcia"),
        ("#mariagarcia", "mariagarcia"),
        ("José Peña", "José Peña"),
        ("Jose Luis Pena Torres", "Jose Luis Pena Torres"),
        ("José Luis Peña-Torres", "José Luis Peña-Torres"),
        ("Pepe Torres", "Pepe Torres"),
        ("Peña Torres, José Luis", "Peña Torres, José Luis"),
        ("Aisha O\u2019Brien-Smith", "Aisha O\u2019Brien-Smith"),
        ("Aisha OBrien", "Aisha OBrien"),
        ("Shay Smith", "Shay Smith"),
        ("Will Power led the pledge", "Will Power"),
    ],
)
def test_a_students_full_name_is_found(text: str, name: str) -> None:
    assert marked(NAMES_ONLY, text) == [name]


@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    "text",
    [
        "Maria read aloud to us.",
        "The mariagarcia of the story, \u041c\u0430\u0440\u0438\u044f and \u039c\u03b1\u03c1\u03af\u03b1.",
        "Ms. Garcia's class is going to the zoo.",
        "Lincoln Elementary students visited Will Rogers Park.",
        "We thank Maria. Garcia Hall is open.",
        "Maria, James and Will read aloud.",
        "Maria Garcia Elementary sent us a card.",
        "We will power through the storm.",
        "Will power wins.",
        "Will Power Night is on Friday.",
        "Mr. James Kelly teaches math.",
        "Dr. Maria Garcia spoke to our families.",
        "Maria Kelly, our librarian, opened the book fair.",
        "Thanks to Kelly, James and Grace for the food.",
        "The student council meets in May.",
        "Student Art Show at Lincoln Elementary",
        "Students Succeed Together",
        "Kim Nguyen, 4th grade teacher, is teacher of the month",
        "Teacher of the Month: Ms. Jordan Lee",
        "Student of the Month: Jordan!",
        "Harriet Tubman and Rosa Parks changed history.",
        "#LincolnLions",
        "",
    ],
)
def test_places_adults_and_first_names_are_left_alone(text: str) -> None:
    assert marked(NAMES_ONLY, text) == []
    assert marked(OPTED_OUT, text) == []


@pytest.mark.demand("BAL-B1j2")
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Bravo, María García\u2019s team!", "Bravo, María\u2019s team!"),
        ("Garcia, Maria", "Maria"),
        ("Maria\nGarcia won", "Maria won"),
        ("Go #mariagarcia!", "Go #Maria!"),
        ("José Luis Peña Torres", "José Luis"),
    ],
)
def test_one_click_keeps_the_first_name(text: str, after: str) -> None:
    assert mended(NAMES_ONLY, text) == [after]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.demand("SOC-P2")
@pytest.mark.parametrize(
    ("text", "name", "after"),
    [
        ("Ana López won.", "Ana López", "A student won."),
        ("We cheered for Ana Lopez Ruiz.", "Ana Lopez Ruiz", "We cheered for a student."),
        (
            "Felicidades a Ana Ruiz por la obra de arte.",
            "Ana Ruiz",
            "Felicidades a un estudiante por la obra de arte.",
        ),
        ("Go #AnaLopez", "AnaLopez", "Go "),
        ("With Lupe Cruz", "Lupe Cruz", "With a student"),
        ("De La Cruz, Guadalupe", "De La Cruz, Guadalupe", "A student"),
    ],
)
def test_an_opted_out_childs_name_is_found_and_can_be_left_out(text: str, name: str, after: str) -> None:
    assert marked(OPTED_OUT, text) == [name]
    assert mended(OPTED_OUT, text) == [after]
    assert marked(NAMES_ONLY, text) == []


@pytest.mark.parametrize("text", ["We met at Grace Park Library.", "Mrs. Grace Park visited."])
def test_a_place_or_adult_with_an_opted_out_childs_name_is_only_asked_about(text: str) -> None:
    assert [hit.doubtful for hit in hits(OPTED_OUT, text)] == [True]


@pytest.mark.demand("BAL-B1j2")
def test_a_described_student_is_found_without_a_roster() -> None:
    found = hits(NAMES_ONLY, "Our 5th grader Jordan Lee won the spelling bee.")

    assert [(hit.doubtful, hit.remedy and hit.remedy.replacement) for hit in found] == [(True, "Jordan")]


@given(
    st.text(
        st.sampled_from("Maria Garcia,.-'\u2019\n#@🎉José Péña\u200d\u0301OBrienRuiz Ana LópezàßİŁ"),
        max_size=80,
    )
)
def test_spans_lie_inside_and_never_overlap(text: str) -> None:
    end = 0
    for name in full_names(Reading(text), PEOPLE):
        assert end <= name.span.start <= name.given.start <= name.given.end <= name.span.end <= len(text)
        assert name.span.start < name.span.end
        end = name.span.end


@given(st.sampled_from(STUDENTS), st.text(max_size=30), st.text(max_size=30))
def test_a_name_is_found_whatever_stands_on_other_lines(student: object, before: str, after: str) -> None:
    text = f"{before}\n\nMaria Garcia\n\n{after}"

    assert any(
        name.span.start <= text.index("Maria Garcia", len(before)) < name.span.end
        for name in full_names(Reading(text), PEOPLE)
    )


@pytest.mark.demand("BAL-B1i3")
def test_an_initial_and_the_family_name_of_an_opted_out_child_are_in_doubt() -> None:
    (hit,) = hits(OptedOutName(), "Thank you, A. L\u00f3pez!")

    assert hit.doubtful
    assert marked(FirstNamesOnly(), "Thank you, M. Garcia and A. L\u00f3pez!") == []
    assert marked(OptedOutName(), "Option A. L\u00f3pez, B. Garcia, and A L\u00f3pez") == ["A. L\u00f3pez"]


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.demand("SOC-P2")
@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        ("Minh", "\u0110\u1eb7ng", "Minh Dang"),
        ("Minh", "Dang", "MINH \u0110\u1eb6NG"),
        ("Pawe\u0142", "Wo\u017aniak", "Pawel Wozniak"),
        ("Bj\u00f8rn", "S\u00e6ther", "Bjorn Saether"),
        ("I\u015f\u0131l", "Y\u0131ld\u0131z", "Isil Yildiz"),
        ("Ka\u02bbiulani", "Kealoha", "Kaiulani Kealoha"),
        ("Ka\u02bbiulani", "Kealoha", "Ka'iulani Kealoha"),
        ("Zoe", "O'Neill", "Zoe O\u2032Neill"),
        (
            "\u0645\u062d\u0645\u062f",
            "\u0639\u0644\u064a",
            "\u0645\u062d\u0640\u0645\u062f \u0639\u0644\u064a",
        ),
        ("Maya", "Ortega", "\u1d0d\u1d00\u028f\u1d00 \u1d0f\u0280\u1d1b\u1d07\u0262\u1d00"),
        ("Maya", "Ortega", "Ma\u115fya Ort\u2065ega"),
        ("Maya", "Ortega", "Maya\u3164Ortega"),
        ("Maya", "Ortega", "Ma\x1fya Ort\x1fega"),
    ],
)
def test_a_name_is_found_however_its_letters_are_written(first: str, last: str, typed: str) -> None:
    people = People.of([PersonName(first, last, opted_out=True)])

    assert [one.person.opted_out for one in full_names(Reading(f"Hooray: {typed} won"), people)] == [True]
