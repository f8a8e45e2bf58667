"""Draws the sample school's pictures: `python -m drawing OUT` in resources/sample.

The one HEIC photo is only drawn where an encoder is installed (pillow-heif, which is no dependency of
the project); elsewhere the committed file stays as it is, and a line says so.
"""

import argparse
import importlib
import importlib.util
import sys
from pathlib import Path

from PIL import Image

from . import mascot
from .photos import PORTRAITS_EACH, draw_photo, draw_portrait
from .staging import Photo, looks, photos, school

QUALITY = 88
UPRIGHT, TURNED = 1, 6
"""EXIF orientations used (6: the camera was held upright, the pixels lie on their side)."""


def save_photo(photo: Photo, out: Path) -> None:
    """Draw one group photo and write it with its camera's data."""
    target = out / "photos" / photo.file
    picture = draw_photo(photo)
    facts = camera(photo)
    if photo.turned:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    if target.suffix == ".heic":
        _save_heic(picture, target)
        return
    picture.save(target, quality=QUALITY, exif=facts)


def camera(photo: Photo) -> Image.Exif:
    """Give what the camera wrote: model, time, orientation, and for one photo the place."""
    facts = Image.Exif()
    facts[0x010F], facts[0x0110] = "Sample", "School camera (drawn)"
    facts[0x0112] = TURNED if photo.turned else UPRIGHT
    if photo.gps:
        (north, west) = photo.gps
        facts.get_ifd(0x8825).update({1: "N", 2: _degrees(north), 3: "W", 4: _degrees(west)})
    return facts


def _degrees(value: float) -> tuple[float, float, float]:
    whole = int(value)
    minutes = int((value - whole) * 60)
    return (float(whole), float(minutes), round((value - whole - minutes / 60) * 3600, 2))


def _save_heic(picture: Image.Image, target: Path) -> None:
    if importlib.util.find_spec("pillow_heif") is None:
        sys.stderr.write(f"{target.name}: left as it is (no HEIC encoder here)\n")
        return
    importlib.import_module("pillow_heif").register_heif_opener()
    picture.save(target, format="HEIF", quality=70)


def save_portraits(slug: str, out: Path) -> None:
    """Draw one student's portraits."""
    folder = out / "portraits" / slug
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, PORTRAITS_EACH + 1):
        draw_portrait(looks()[slug], number).save(folder / f"{number}.jpg", quality=QUALITY)


def save_emblems(out: Path) -> None:
    """Draw the mascot and the accounts' avatars."""
    (out / "mascot.svg").write_text(mascot.svg(), "utf-8")
    mascot.png(512).save(out / "mascot.png", optimize=True)
    (out / "avatars").mkdir(exist_ok=True)
    for account in school()["account"]:
        picture = mascot.avatar(account["colour"], account["pattern"])
        picture.save(out / account["avatar"], optimize=True)


def main() -> None:
    """Draw everything into a folder."""
    wish = argparse.ArgumentParser(prog="drawing", description="Draws the sample school's pictures.")
    wish.add_argument("out", type=Path, help="folder for the pictures (the committed ones: .)")
    wish.add_argument("--only", help="only files or students whose name holds this")
    args = wish.parse_args()
    only: str = args.only or ""
    (args.out / "photos").mkdir(parents=True, exist_ok=True)
    if not only:
        save_emblems(args.out)
    for student in school()["student"]:
        if only in student["slug"]:
            save_portraits(student["slug"], args.out)
    for photo in photos():
        if only in photo.file:
            save_photo(photo, args.out)


if __name__ == "__main__":
    main()
