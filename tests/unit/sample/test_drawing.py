"""The shipped pictures are what the drawing code draws, on any machine."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from PIL import Image, ImageOps

JPEG_TOLERANCE = 2.5
"""Mean difference of colour values (0..255) between a picture and its JPEG at the quality used."""


def difference(drawn: Image.Image, shipped: Path) -> float:
    stored = ImageOps.exif_transpose(Image.open(shipped)).convert("RGB")
    assert drawn.size == stored.size
    return float(np.abs(np.asarray(drawn, np.int16) - np.asarray(stored, np.int16)).mean())


def test_a_portrait_drawn_again_is_the_shipped_one(drawing: ModuleType, sample: Path) -> None:
    look = drawing.staging.looks()["zara-haddad"]

    drawn = drawing.photos.draw_portrait(look, 1)

    assert difference(drawn, sample / "portraits" / "zara-haddad" / "1.jpg") < JPEG_TOLERANCE
    assert difference(drawn, sample / "portraits" / "zara-haddad" / "2.jpg") > 2 * JPEG_TOLERANCE


def test_a_group_photo_drawn_again_is_the_shipped_one(drawing: ModuleType, sample: Path) -> None:
    photo = next(p for p in drawing.staging.photos() if p.turned)

    drawn = drawing.photos.draw_photo(photo)

    assert difference(drawn, sample / "photos" / photo.file) < JPEG_TOLERANCE


def test_drawing_twice_gives_the_same_pixels(drawing: ModuleType) -> None:
    look = drawing.staging.looks()["lena-novak"]

    first, second = (drawing.photos.draw_portrait(look, 2).tobytes() for _ in range(2))
    other = drawing.photos.draw_portrait(replace(look, eye_gap=look.eye_gap + 0.04), 2).tobytes()

    assert first == second
    assert first != other


def test_the_mascot_and_the_avatars_are_the_shipped_ones(
    drawing: ModuleType, sample: Path, school: dict[str, Any]
) -> None:
    mascot = drawing.mascot

    assert mascot.svg() == (sample / "mascot.svg").read_text("utf-8")
    assert difference(mascot.png(512).convert("RGB"), sample / "mascot.png") < 1
    for account in school["account"]:
        assert (
            difference(mascot.avatar(account["colour"], account["pattern"]), sample / account["avatar"]) < 1
        )


def test_boxes_in_the_data_are_where_people_stand(drawing: ModuleType, school: dict[str, Any]) -> None:
    said = {p["file"]: [(f["who"], tuple(f["box"])) for f in p["faces"]] for p in school["photo"]}

    staged = {
        f"photos/{p.file}": [(one.slug, one.box()) for one in p.people] for p in drawing.staging.photos()
    }

    assert said == staged
