"""Names that may be one child's, and those that plainly are."""

import pytest

from smadmin.domain.enrolling.likeness import may_be_one, plainly_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ann", "Ash"), ("Annabel", "Ash")),
        (("Ana María", "García"), ("Ana", "Garcia López")),
        (("Sean", "O'Brien"), ("Sean", "O\u2019Brien")),
        (("Sean", "O'Brien"), ("Sean", "OBrien")),
        (("Ash", "Ann"), ("Ann", "Ash")),
        (("Ann", "Ash"), ("ANN", "Ash-Lee")),
    ],
)
def test_a_name_written_differently_is_plainly_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert plainly_one(one, other)
    assert may_be_one(one, other)


@pytest.mark.parametrize("other", [("Zoe", "Ash"), ("Ann", "Bay"), ("Al", "Ash")])
def test_a_shared_word_alone_is_not_plainly_one(other: tuple[str, str]) -> None:
    assert may_be_one(("Ann", "Ash"), other)
    assert not plainly_one(("Ann", "Ash"), other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ann", "Ash"), ("Ben", "Bay")),
        (("Rosa", "de la Cruz"), ("Ben", "de la Fuente")),
        (("Ann J.", "Ash"), ("Ben J.", "Bay")),
    ],
)
def test_strangers_share_no_word(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not may_be_one(one, other)


def test_a_name_of_small_words_only_is_still_a_name() -> None:
    assert may_be_one(("Al", "Y"), ("Al", "Y"))
