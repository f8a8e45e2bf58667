"""A picture needs a description that says something, and a known right of use."""

import pytest

from smadmin.domain.policy.checks.media import AltText, RightOfMusic, RightOfUse
from smadmin.domain.policy.context import PostPicture
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school


@pytest.mark.parametrize(
    "alt_text",
    [
        *("", "  \n", "image", "Photo.", "IMG_2034", "DSC0042.jpg", "art show.PNG", "foto"),
        *("x", "x.", "xx", "...", "-", "abc", "kids", "1", "photo 1", "Picture 2", "alt text", "a photo"),
        *("bla bla", "x x x", "x y", "n/a", "To do", "una foto", "sin descripción", "🙂"),
    ],
)
def test_a_description_that_says_nothing_is_found(alt_text: str) -> None:
    found = list(AltText().hits(PostPicture("p", alt_text)))

    assert [hit.remedy and hit.remedy.act for hit in found] == ["write-alt-text"]


@pytest.mark.parametrize(
    "alt_text",
    [
        *("Two students plant a tree.", "Foto de la obra de teatro", "Image of a red barn", "A tower"),
        *(
            "Room 12",
            "Same scene as photo 1, closer",
            "Zoë décroche",
            "子どもたちが塔を作る",
            "أطفال يبنون برجا",
        ),
    ],
)
def test_a_description_passes(alt_text: str) -> None:
    assert list(AltText().hits(PostPicture("p", alt_text))) == []


@pytest.mark.demand("BAL-B1h")
@pytest.mark.demand("SOC-M2")
def test_a_picture_of_unknown_origin_is_found() -> None:
    assert len(list(RightOfUse().hits(PostPicture("p")))) == 1
    assert list(RightOfUse().hits(PostPicture("p", right_known=True))) == []


@pytest.mark.demand("BLO-A9")
def test_a_licence_that_may_ask_for_its_makers_name_is_a_hint_until_the_words_give_it() -> None:
    licensed = PostPicture("p", right_known=True, credit="Kim Lee")

    (hit,) = RightOfUse().hits(licensed.named_in("Our new library."))

    assert (hit.message.id, hit.at_most) == ("policy.name-maker", Severity.HINT)
    assert list(RightOfUse().hits(licensed.named_in("Our new library. Photo: Kim Lee, CC BY 4.0"))) == []


@pytest.mark.demand("BAL-B1h")
@pytest.mark.demand("SOC-O5")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Watch our field day film! Music: Happy by Pharrell", 1),
        ("A year in pictures, set to the song of the summer.", 1),
        ("Our choir sang at the tree lighting.", 0),
        ("Music class starts at nine.", 0),
    ],
)
def test_music_named_in_the_words_asks_for_its_right(text: str, found: int) -> None:
    assert len(list(RightOfMusic().hits(Reading(text), sample_school()))) == found
