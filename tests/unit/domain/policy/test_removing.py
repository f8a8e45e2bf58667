"""What is taken out leaves a sentence that somebody could have written."""

import pytest

from smadmin.domain.policy.checks.addresses import StreetAddress
from smadmin.domain.policy.checks.mail import EmailAddress
from smadmin.domain.policy.checks.numbers import BirthDate, IdNumber
from smadmin.domain.policy.checks.phones import PhoneNumber
from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.removing import nameless
from tests.policies import SCHOOL

RULES = (PhoneNumber(), EmailAddress(), IdNumber(), BirthDate(), StreetAddress())


def taken_out(text: str) -> str:
    """Press *Take it out* until nothing is left to take out."""
    for rule in RULES:
        while hit := next(rule.hits(Reading(text), SCHOOL), None):
            assert hit.remedy is not None
            text = hit.remedy.mended(text)
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call Mrs. Brown at 719-442-0098 or write brown@gmail.com.", "Call Mrs. Brown."),
        ("Help us! Text him at 719 442 0178 or dan@gmail.com", "Help us!"),
        ("Send pictures to brown@gmail.com by Friday.", "Send pictures by Friday."),
        ("Contact Ms. Lee (brown@gmail.com) for tickets.", "Contact Ms. Lee for tickets."),
        ("Ask Sam at 719-442-0098, he has the list.", "Ask Sam, he has the list."),
        ("Llame a la Sra. Brown al 719-442-0098.", "Llame a la Sra. Brown."),
        ("Ethan turns 11 today, born March 4, 2015!", "Ethan turns 11 today!"),
        ("Ana (student ID 4471123) won.", "Ana won."),
        ("Log in with the student ID 4471123 and a smile.", "Log in with the student ID and a smile."),
        ("Kai lives at 55 Poplar Avenue near the park.", "Kai lives near the park."),
        ("Come over! Kai lives at 55 Poplar Avenue.", "Come over!"),
        ("Date of birth: 3/4/2015. See you there.", "See you there."),
        ("Call 719-442-0098!", ""),
        ("One line\nPh: 719-442-0098\nanother line", "One line\nanother line"),
    ],
)
def test_a_sound_sentence_is_left(text: str, left: str) -> None:
    assert taken_out(text) == left


def test_a_whole_sentence_goes_only_when_a_person_says_so() -> None:
    (hit,) = PhoneNumber().hits(Reading("My cell is 719-442-0098."), SCHOOL)

    assert hit.remedy is not None
    assert (hit.remedy.judged, hit.remedy.label.id) == (True, "policy.remove-sentence")


@pytest.mark.parametrize(("place", "words"), [(0, "un estudiante"), (1, "a student")])
def test_in_a_bilingual_post_a_name_gives_way_to_words_of_its_own_paragraph(place: int, words: str) -> None:
    paragraphs = [
        "Este viernes la biblioteca abre a las seis. Vengan y disfruten de la lectura con Lena Novak.",
        "This Friday the library opens at six. Bring your family and read with us and Lena Novak.",
    ]
    text = "\n".join((*paragraphs, paragraphs[1].replace("Lena Novak", "us")))
    start = [at for at in range(len(text)) if text.startswith("Lena Novak", at)][place]

    assert nameless(Reading(text), Span(start, start + 10)).replacement == words
