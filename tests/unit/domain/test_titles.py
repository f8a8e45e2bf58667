"""A post's title where its platform must have one."""

import pytest

from smadmin.domain.titles import LONGEST, title_of

LONG = "The choir of the third grade and the whole orchestra of the middle school sing on Friday."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The choir sings on Friday. All are welcome.", "The choir sings on Friday."),
        ("Choir night\n\nAll are welcome.", "Choir night"),
        ("\n \n🎵🎵\nChoir night", "Choir night"),
        ("Mr. Smith retires. Thank you!", "Mr. Smith retires."),
        ("“Bravo to all of you!” said everyone. Next week, too.", "“Bravo to all of you!”"),
        ("https://larks.example/choir\nChoir night: https://larks.example/x", "Choir night"),
        ("¡Qué noche tan bonita! Gracias.", "¡Qué noche tan bonita!"),
        (LONG, "The choir of the third grade and the whole orchestra of the middle…"),
        ("x" * 200, "x" * 69 + "…"),
        ("", ""),
        ("🎵", ""),
    ],
)
def test_the_first_sentence_is_the_title(text: str, title: str) -> None:
    assert title_of(text) == title
    assert len(title) <= LONGEST


def test_a_post_of_pictures_alone_is_called_by_what_the_first_shows() -> None:
    assert title_of(" ", ["A choir on a stage", "A hall"]) == "A choir on a stage"


def test_a_title_is_made_of_the_posts_own_words() -> None:
    assert title_of(LONG).rstrip("…") in LONG
