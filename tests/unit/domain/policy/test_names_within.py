"""Before a post is handed to a platform's scheduler, a child's name is found in it however it is written."""

import unicodedata
from time import perf_counter

import pytest

from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.names_within import names_within
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import People, PersonName


def apart(name: str) -> str:
    """Give a name with its accents by themselves, as some keyboards write it."""
    return unicodedata.normalize("NFD", name)


WRITTEN = [
    ("Zoë", "Zoe's kite won."),
    ("Zoë", apart("Zoë's kite won.")),
    (apart("José"), "José won."),
    ("Mia", "Bravo #MiaWon!"),
    ("Mia", "Bravo #TeamMia"),
    ("Mia", "Bravo #teammia"),
    ("Mia", "Bravo TeamMia"),
    ("Mia", "M\u00adia won"),
    ("Mia", "M\u200bia won"),
    ("Mia", "Mias kite won"),
    ("Mia", "Mia's and Ben's kites"),
    ("Mia", "MIA WON"),
    ("Mia", "M i a won"),
    ("Łucja", "Lucja won"),
    ("İpek", "Ipek won"),
    ("李", "李 won"),
    ("王芳", "今天王芳赢了"),
    ("O'Neill", "ONeill won"),
    ("O'Neill", "O Neill won"),
    ("Mia", "\uff2d\uff49\uff41 won"),
    ("Mia", "@mia_quill won"),
    ("Anne-Marie", "Annemarie won"),
    ("Annemarie", "Anne-Marie won"),
    ("Ян", "Яна won"),
    ("Müller", "The Mueller kite"),
    ("Mueller", "The Müller kite"),
]


@pytest.mark.parametrize(("child", "text"), WRITTEN)
def test_a_name_is_found_however_it_is_written(child: str, text: str) -> None:
    assert names_within(f"On Thursday: {text}", {child, "Qqqq"})


@pytest.mark.parametrize(
    ("child", "text"),
    [
        ("Mia", "The academia of Miami."),
        ("A", "A kite won."),
        ("Ann", "An annual kite day"),
        ("王芳", "今天下雨"),
        ("Ян", "Январь"),
        ("", "Book fair"),
        ("李", ""),
    ],
)
def test_what_names_nobody_may_wait_there(child: str, text: str) -> None:
    assert not names_within(text, {child})


def test_a_long_post_against_a_large_school_is_read_at_once() -> None:
    names = {f"Qname{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(5000)}

    began = perf_counter()
    assert not names_within("#" + "teamkite" * 2000 + " Book fair on Thursday." * 500, names)

    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("Zoë", "Quill", "Zoe Quill won."),
        ("Zoë", "Quill", apart("Zoë Quill won.")),
        ("Łucja", "İpek", "Lucja Ipek won"),
        ("Mia", "Quill", "#MiaQuill won"),
        ("Mia", "Quill", "M\u00adia Q\u200buill won"),
        ("Mia", "Quill", "\uff2d\uff49\uff41 \uff31uill won"),
        ("Anne-Marie", "O'Neill", "Annemarie ONeill won"),
        ("芳", "王", "今天王芳赢了"),
        ("Mia", "Quill", "Mia Quills kite"),
    ],
)
def test_who_composes_is_told_of_a_full_name_however_it_is_written(first: str, last: str, text: str) -> None:
    people = People.of([PersonName(first, last, opted_out=True)])

    assert full_names(Reading(f"On Thursday {text}"), people)
