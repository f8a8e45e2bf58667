"""Passphrases that the program makes are long enough, and told from people's own."""

from smadmin.services.keys import passphrase_blockers
from smadmin.services.phrases import WORDS, is_made, make_phrase


def test_each_is_six_words_and_another_one() -> None:
    made = {make_phrase() for _ in range(20)}

    assert len(made) == 20
    assert {len(one.split()) for one in made} == {WORDS}


def test_what_was_made_is_known_as_such_and_strong_enough() -> None:
    phrase = make_phrase()

    assert is_made(phrase)
    assert not passphrase_blockers(phrase)


def test_five_words_or_ones_own_are_not() -> None:
    assert not is_made(" ".join(make_phrase().split()[:5]))
    assert not is_made("seven quiet herons wade the lincoln pond")
    assert not is_made("")
