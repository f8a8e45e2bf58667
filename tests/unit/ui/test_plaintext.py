"""Text from outside can't dress up as something else."""

import re

import pytest

from smadmin.ui.plaintext import breakable, for_button, for_tooltip, one_line, plain


@pytest.mark.parametrize("control", [chr(one) for one in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))])
def test_direction_controls_are_taken_out(control: str) -> None:
    assert plain(f"photo{control}gpj.exe") == "photogpj.exe"


def test_marks_that_some_scripts_need_stay() -> None:
    assert plain("\u200f\u05e9\u05dc") == "\u200f\u05e9\u05dc"


def test_control_characters_become_spaces_and_line_ends_stay() -> None:
    assert plain("one\x00two\r\nthree\u2028four") == "one two\nthree\nfour"


def test_one_line_has_no_line_ends() -> None:
    assert one_line("  Cottonwood\n\nElementary ") == "Cottonwood Elementary"


def test_a_tooltip_shows_markup_letter_by_letter() -> None:
    shown = for_tooltip("<img src=x> & co")

    assert "&lt;img src=x&gt; &amp; co" in shown
    assert "<img" not in shown


def test_no_text_makes_no_tooltip() -> None:
    assert for_tooltip("") == ""


def test_an_ampersand_in_a_button_makes_no_shortcut() -> None:
    assert for_button("Arts & Crafts") == "Arts && Crafts"


def test_a_word_without_end_breaks_and_the_others_stay_as_they_are() -> None:
    text = "See " + "a" * 60 + " today"

    broken = breakable(text)

    assert broken.replace("\u200b", "") == text
    assert max(len(part) for part in re.split(r"[\s\u200b]", broken)) == 24
    assert (
        breakable("An ordinary sentence, with ordinary words.")
        == "An ordinary sentence, with ordinary words."
    )
