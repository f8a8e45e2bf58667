"""A picture needs a description that says something, and a known right of use."""

import pytest

from smadmin.domain.policy.checks.media import AltText, RightOfUse
from smadmin.domain.policy.context import PostPicture


@pytest.mark.parametrize(
    "alt_text", ["", "  \n", "image", "Photo.", "IMG_2034", "DSC0042.jpg", "art show.PNG", "foto"]
)
def test_a_description_that_says_nothing_is_found(alt_text: str) -> None:
    found = list(AltText().hits(PostPicture("p", alt_text)))

    assert [hit.remedy and hit.remedy.act for hit in found] == ["write-alt-text"]


@pytest.mark.parametrize(
    "alt_text", ["Two students plant a tree.", "Foto de la obra de teatro", "Image of a red barn"]
)
def test_a_description_passes(alt_text: str) -> None:
    assert list(AltText().hits(PostPicture("p", alt_text))) == []


@pytest.mark.demand("BAL-B1h")
@pytest.mark.demand("SOC-M2")
def test_a_picture_of_unknown_origin_is_found() -> None:
    assert len(list(RightOfUse().hits(PostPicture("p")))) == 1
    assert list(RightOfUse().hits(PostPicture("p", right_known=True))) == []
