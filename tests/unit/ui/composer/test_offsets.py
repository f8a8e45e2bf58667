"""Places in the rules' text and in the editor's."""

import pytest

from smadmin.ui.composer.offsets import Offsets


def test_plain_text_has_the_same_places() -> None:
    assert Offsets.of("Lena Novak").editor(5) == 5


@pytest.mark.parametrize("text", ["🎉 Lena", "👩‍👩‍👧 Lena", "مرحبا 🎺 Lena", "é🎉é🎉 Lena"])
def test_an_emoji_before_a_word_moves_its_place_as_the_editor_counts(text: str) -> None:
    place = text.index("Lena")

    in_editor = Offsets.of(text).editor(place)

    assert text.encode("utf-16-le")[2 * in_editor :].decode("utf-16-le") == "Lena"


def test_the_place_of_an_emoji_itself_is_its_beginning() -> None:
    assert Offsets.of("a🎉b").editor(1) == 1
    assert Offsets.of("a🎉b").editor(2) == 3
