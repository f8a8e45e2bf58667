"""Misspellings are found in the paragraph's own language; names, tags, links and cheers are left in peace."""

from dataclasses import replace

import pytest

from smadmin.domain.policy.checks.spelling import Spelling
from smadmin.domain.policy.context import ANY_WORD
from smadmin.domain.policy.findings import SUGGEST, Severity
from tests.policies import SCHOOL, hits, marked


@pytest.mark.demand("SOC-O4")
@pytest.mark.demand("BLO-A8")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You will recieve a letter.", "recieve"),
        ("It was definately worth it.", "definately"),
        ("Los abuelos tanbién pueden venir.", "tanbién"),
        ("We serve breakfest until eight.", "breakfest"),
        ("Breakfest is served until eight.", "Breakfest"),
        ("Disfruten el sábado con su famlia.", "famlia"),
        ("La reunion es el jueves en la escuela.", "reunion"),
        ("Hoy es el dia de las fotos.", "dia"),
    ],
)
def test_a_misspelling_is_found(text: str, words: str) -> None:
    assert marked(Spelling(), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Recievo is here.",
        "Larkotastic!",
        "https://recieve.example/x",
        "También los abuelos",
        "Friday is Ramadan. Zuri and Izzy sing.",
        "Mr. Brzezinski sings.",
        "Garcia and Maria sing. Maria's kiddo sings.",
        "See #larkpryd and @larkpryd at larkpryd.example or larkpryd@mail.example.",
        "Woooohoo! Haha! Yaaay!",
        "The LRKS sing the iPad song, the 4th K-pop re-enrl.",
        "Bring the whole familia to lotería with the maestros.",
        "Gracias a los abuelitos, un poquito más para los amiguitos.",
        "Por favor llámenos, ciérrela y dígaselo a la oficina.",
        "We reteach, preapprove and coach our multilingual mathletes.",
        "Xyzzqq sings.",
    ],
)
def test_names_new_words_and_the_other_language_are_left_alone(text: str) -> None:
    assert marked(Spelling(), text) == []


def test_a_common_one_is_mended_by_all_and_another_only_by_a_person() -> None:
    (common,), (other,) = (hits(Spelling(), text) for text in ("We recieve it.", "We eat breakfest."))

    assert common.remedy is not None
    assert not common.remedy.judged
    assert other.remedy is not None
    assert (other.remedy.judged, other.remedy.act) == (True, SUGGEST)
    assert other.at_most is Severity.HINT


def test_the_schools_own_words_are_right() -> None:
    own = replace(SCHOOL, own_words=frozenset({"larkfest"}))

    assert marked(Spelling(), "Come to our larkfest today.") == ["larkfest"]
    assert marked(Spelling(), "Come to our larkfest today.", own) == []


def test_without_dictionaries_only_the_list_is_asked() -> None:
    bare = replace(SCHOOL, speller=ANY_WORD)

    assert marked(Spelling(), "We recieve breakfest.", bare) == ["recieve"]
