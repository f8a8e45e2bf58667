"""Words of a pack are told in the reader's language, or in the first one there is."""

from smadmin.domain.policy.values import Told


def test_words_come_in_the_readers_language_or_in_the_first() -> None:
    both, one = Told({"en": "day", "es": "día"}), Told({"es": "día"})

    assert (both.said("es"), both.said("fr"), one.said("en")) == ("día", "day", "día")
