"""The endings of host names that make a word a link on X."""

from smadmin.domain.endings import LATIN_ENDINGS, longest_other_ending, other_endings


def test_the_endings_that_schools_use_are_known() -> None:
    assert {"us", "org", "gov", "edu", "com", "net", "school", "academy"} <= LATIN_ENDINGS
    assert not {"pdf", "jpg", "docx", "k12", "html"} & LATIN_ENDINGS


def test_every_ending_is_written_small_and_without_its_dot() -> None:
    assert all(one.isascii() and one.isalpha() and one == one.lower() for one in LATIN_ENDINGS)


def test_those_in_other_scripts_stand_as_people_write_them() -> None:
    others = other_endings()

    assert {"みんな", "рф", "中国", "پاکستان"} <= others
    assert not any(one.isascii() for one in others)
    assert all(1 < len(one) <= longest_other_ending() < 32 for one in others)
