"""Pictures in memory are bounded: the oldest are let go, and fetched again when somebody looks."""

from functools import partial

import pytest

from smadmin.domain.ids import PhotoId
from smadmin.ui.photos import pictures
from tests.gui.photos.conftest import Studio
from tests.seeing import ANN, STRANGER, picture


def test_the_oldest_pictures_are_let_go_and_come_back(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.shoot(one=picture((ANN, 40)), two=picture((ANN, 90)), three=picture((STRANGER, 140)))
    studio.take_in()
    kept = pictures.Pictures(studio.sitting.around, studio.screen)
    ids = [photo.id for photo in studio.photos]
    studio.until(lambda: kept.photo(ids[0]) is not None)
    first = kept.photo(ids[0])
    assert first is not None
    monkeypatch.setattr(pictures, "MOST_KEPT_BYTES", 2 * first.width() * first.height() * 4)

    for photo in ids[1:3]:
        studio.until(partial(_stands_there, kept, photo))

    assert kept.photo(ids[0]) is None  # it was seen longest ago
    studio.until(lambda: kept.photo(ids[0]) is not None)
    assert kept.photo(ids[1]) is None


def _stands_there(kept: pictures.Pictures, photo: PhotoId) -> bool:
    return kept.photo(photo) is not None
