"""A text is read without losing its offsets."""

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading, fold


@given(st.text(max_size=200))
def test_words_and_folded_text_keep_the_offsets(text: str) -> None:
    reading = Reading(text)

    assert len(reading.folded) == len(text)
    for word in reading.words:
        assert text[word.start : word.end] == word.written
        assert word.span == Span(word.start, word.end)


def test_folding_forgets_case_accents_and_apostrophes() -> None:
    assert fold("O\u2019BRIEN") == fold("O'Brien") == "obrien"
    assert fold("Peña") == "pena"
    assert fold("\u0110\u00f8\u0142") == fold("DOL") == "dol"
    assert fold("Ka\u02bbi\u0101") == fold("Ka'ia") == "kaia"
    assert Reading("Él dijo “¡SÍ!”").folded == "el dijo “¡si!”"


def test_a_possessive_isnt_part_of_the_word() -> None:
    assert [word.written for word in Reading("Maria\u2019s and Ana's O'Brien").words] == [
        "Maria",
        "and",
        "Ana",
        "O'Brien",
    ]


def test_a_hashtag_falls_into_its_words() -> None:
    assert [word.written for word in Reading("#MariaGarciaWins #go").words] == [
        "Maria",
        "Garcia",
        "Wins",
        "go",
    ]


def test_a_title_doesnt_end_a_sentence() -> None:
    text = "We met Dr. Lee. Then we left"

    assert Reading(text).sentence_at(9) == Span(0, 15)
    assert Reading(text).sentence_at(20) == Span(15, len(text))


def test_links_are_known() -> None:
    reading = Reading("see www.school.org/a and b.org/c, not d.e")

    assert reading.in_link(Span(8, 10))
    assert reading.in_link(Span(25, 26))
    assert not reading.in_link(Span(0, 3))
    assert not reading.in_link(Span(38, 41))


def test_the_language_is_told_by_small_words() -> None:
    assert Reading("la feria de libros en la escuela").spanish
    assert not Reading("the fair of the school").spanish
