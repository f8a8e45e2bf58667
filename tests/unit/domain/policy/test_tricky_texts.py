"""Texts that trick readers: other scripts, marks nobody sees, emoji of many parts, whole books pasted."""

import sys
from dataclasses import replace
from time import thread_time

import pytest

from smadmin.domain.policy.context import PostText
from smadmin.domain.policy.findings import Finding
from smadmin.domain.policy.proofreading import Proofreader, _paragraphs, check
from tests.corpus.reading import sample_school, whole_pack

SLOWER = 10 if sys.gettrace() else 1
"""Measuring coverage looks at every line as it runs."""


def found(text: str) -> dict[str, str]:
    """Give the words that each check marks."""
    return {one.rule: one.text for one in read(text)}


def read(text: str) -> tuple[Finding, ...]:
    """Read a text with every check on."""
    return check(PostText(text), pack=whole_pack(), context=sample_school())


@pytest.mark.demand("BAL-B1i3")
@pytest.mark.parametrize(
    "name",
    [
        "Le\u200bna Novak",
        "Lena\u00a0Novak",
        "Lena\u202e Novak",
        "L\u00e9na Nov\u00e1k",
        "LENA NOVAK",
        "Lena\u00adNovak".replace("\u00ad", "-"),
        "Lena 🌷 Novak",
        "Lena\nNovak",
        "Novak, Lena",
        "Lena \u201cLenny\u201d Novak",
        "Lena M. Novak",
        "\uff2c\uff45\uff4e\uff41 Novak",
        "Len\u0430 Novak",  # a Cyrillic letter
        "LENA NOV\u0410K",
        "LenaNovak",
        "Lena\u061cNovak",
        "Lena\x0bNovak",
        "Lena\u2028Novak",
        "**Lena** Novak",
    ],
)
def test_an_opted_out_name_is_found_behind_invisible_marks_accents_and_emoji(name: str) -> None:
    assert found(f"A tulip for {name} today.")["opted-out-name"] == name.strip("*")


def test_right_to_left_paragraphs_are_named_and_their_identifiers_found() -> None:
    text = "مرحبا بجميع العائلات الجديدة\n\nبجميع العائلات الجديدة: 303-442-8191"

    rules = [one.rule for one in read(text)]

    assert rules.count("unread-language") == 2
    assert found(text)["phone-number"] == "303-442-8191"


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = "The mural is is done.\n\nEl mural está está listo para todos. Quieren verlo con nosotros?"

    spans = [(one.rule, one.text) for one in read(text)]

    assert ("doubled-word", "is is") in spans
    assert ("doubled-word", "está está") in spans
    assert ("punctuation", "Quieren verlo con nosotros?") in spans


def test_places_hold_behind_emoji_of_many_parts_and_windows_line_ends() -> None:
    text = "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\r\n\r\nCall 303-442-8191 or https://bit.ly/3larks"

    for finding in read(text):
        assert finding.span is None or finding.text == text[finding.span.start : finding.span.end]
    assert found(text)["phone-number"] == "303-442-8191"
    assert found(text)["short-link"] == "https://bit.ly/3larks"


def test_a_mend_behind_other_paragraphs_changes_its_own_words_only() -> None:
    text = "¡Feliz lunes!\n\n🎉\n\nPlease use the the front door."

    (finding,) = [one for one in read(text) if one.rule == "doubled-word"]

    assert finding.remedy is not None
    assert finding.remedy.mended(text) == "¡Feliz lunes!\n\n🎉\n\nPlease use the front door."


def test_a_hundred_thousand_pasted_characters_are_read_within_two_seconds() -> None:
    book = ("Kai and Mei read by the window. La lluvia cae. Call 303-442-8191!!! 🎉 " * 1_600)[:100_000]
    began = thread_time()

    assert read(book)

    assert thread_time() - began < 2 * SLOWER


def test_only_a_changed_paragraph_is_read_again() -> None:
    reader, pack, context = Proofreader(), whole_pack(), sample_school()
    paragraphs = [f"Paragraph {number} tells of Lena Novak and 303-442-8191." for number in range(60)]
    before = reader.check(PostText("\n\n".join(paragraphs)), pack=pack, context=context)
    began = thread_time()

    paragraphs[30] += " Kai smiles."
    after = reader.check(PostText("\n\n".join(paragraphs)), pack=pack, context=context)

    assert thread_time() - began < 0.05 * SLOWER
    assert len(after) == len(before)


def test_an_endless_paragraph_is_read_in_parts_and_its_places_hold() -> None:
    text = (
        "We read by the big window and then we rest. " * 60
        + "A tulip for Lena M. Novak, call 303-442-8191. " * 60
    )

    marked = [(one.rule, one.text) for one in read(text) if one.rule in {"opted-out-name", "phone-number"}]

    assert marked == [("opted-out-name", "Lena M. Novak"), ("phone-number", "303-442-8191")] * 60


def test_another_pack_or_list_of_children_is_read_anew() -> None:
    reader, pack, context = Proofreader(), whole_pack(), sample_school()
    post = PostText("A tulip for Lena Novak today.")
    assert "opted-out-name" in [one.rule for one in reader.check(post, pack=pack, context=context)]

    only_phones = replace(pack, rules={"phone-number": pack.rules["phone-number"]})

    assert reader.check(post, pack=only_phones, context=context) == ()


@pytest.mark.parametrize(
    "unbroken",
    ["A", "a", "7", "O'", "Anna-", "Lena Novak Maria Garcia ", "\u200bA", "\U0001f600", "\u201cAnna\u201d ",
     ".", "@", "#A", "a@b.", "Nos dijeron que la ", "Á", "\U0001d40b\U0001d41e\U0001d427\U0001d41a "],
)  # fmt: skip
def test_no_check_takes_long_over_a_text_without_a_break(unbroken: str) -> None:
    text = (unbroken * 20_000)[:20_000]
    read("We begin. ¡Empezamos ahora con ustedes!")
    began = thread_time()

    read(text)

    assert thread_time() - began < 0.8 * SLOWER


def test_a_text_without_a_break_is_read_in_pieces_and_nothing_of_it_is_lost() -> None:
    for text in ("A" * 200_000, "word " * 40_000, "Kai reads. " * 20_000):
        pieces = [text[start : start + len(piece)] for start, piece in _paragraphs(text)]

        assert max(map(len, pieces)) < 3_000
        assert "".join(pieces) == text


def test_a_full_stop_less_leaves_most_of_an_endless_paragraph_as_it_was_read() -> None:
    text = " ".join(f"Group {number} reads by window {number * 7 % 31} today." for number in range(300))
    before = {piece for _, piece in _paragraphs(text)}

    for at in (100, 700, 1_500, 4_000):
        mended = text[:at] + text[at:].replace(". ", " ", 1)

        assert len({piece for _, piece in _paragraphs(mended)} - before) <= 3


def test_a_long_list_of_names_is_cut_between_its_lines() -> None:
    names = "\n".join(f"Lena Novak {'x' * (number % 9)}" for number in range(400))

    assert [one.text for one in read(names) if one.rule == "opted-out-name"] == ["Lena Novak"] * 400
