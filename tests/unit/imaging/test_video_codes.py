"""Only a few ways of coding pictures reach the decoder; a file that names another is refused before."""

import pytest

from smadmin.imaging.video_border import VideoReason
from smadmin.imaging.video_boxes import read_layout
from smadmin.jail.trade import Refusal
from tests import films


@pytest.mark.parametrize(
    "told",
    [
        films.coded(films.film(), kind=b"av01"),
        films.coded(films.film(), kind=b"apcn"),  # ProRes
        films.coded(films.film(), number=0x61),  # MPEG-2, said in the `esds`
    ],
)
def test_another_way_of_coding_is_refused(told: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        read_layout(bytearray(told))

    assert caught.value.code == VideoReason.UNKNOWN_KIND


@pytest.mark.parametrize("told", [films.film(), films.coded(films.film(), number=0x21)])
def test_what_phones_write_is_opened(told: bytes) -> None:
    assert read_layout(bytearray(told)).pictures == 30


def test_a_description_cut_off_is_a_damaged_file() -> None:
    told = bytearray(films.film())
    told[told.rindex(b"esds") + 8] = 0x99

    with pytest.raises(Refusal) as caught:
        read_layout(told)

    assert caught.value.code == VideoReason.BROKEN
