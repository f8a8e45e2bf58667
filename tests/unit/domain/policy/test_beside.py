"""Which words belong together, told by what stands between them."""

import pytest

from smadmin.domain.policy.beside import close, follows, stands, titled
from smadmin.domain.policy.reading import Reading


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Mia Quill", True),
        ("Mia-Quill", True),
        ("Mia\nQuill", True),
        ("Mia, Quill", False),
        ("Mia. Quill", False),
    ],
)
def test_a_comma_or_a_stop_parts_two_words(text: str, together: bool) -> None:
    assert close(Reading(text), 1) is together
    assert stands(Reading(text), ("mia", "quill"), 0) is together


def test_a_title_stands_before_and_a_place_behind() -> None:
    assert titled(Reading("Mr. Quill"), 1)
    assert not titled(Reading("Mr, Quill"), 1)
    assert follows(Reading("Quill Park"), 0, frozenset({"park"}))
    assert not follows(Reading("Quill park"), 0, frozenset({"park"}))
