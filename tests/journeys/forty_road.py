"""Forty photos from a phone, ten picked, three opted-out children: two looks at what goes out.

All are HEIC, as a phone gives them. Twelve are the sample's own; the others are cut out of those, made
smaller and turned over: nobody in them is new, and none of them is picked.
"""

import shutil
from pathlib import Path

from PIL import Image, ImageOps
from PySide6.QtCore import QPoint

from smadmin.resources import find
from smadmin.ui.photos.screen import PhotosScreen
from tests.heic import save_heic
from tests.journeys.hand import Acts
from tests.journeys.photo_road import PhotoJob, bring_in, decide_all, look_again
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

ALL = 40
PICKED = (
    "01-science-fair.heic",
    "03-library-night.heic",
    "04-field-day.heic",
    "05-music-room.heic",
    "06-garden.heic",
    "07-bus-line.heic",
    "08-art-room.heic",
    "09-reading-hour.heic",
    "11-robotics.heic",
    "12-playground.heic",
)
"""Lena is in the first, Jamal in the third, Diego in the eighth: the three opted-out children."""
_CORNER = QPoint(-24, 24)
_SHARES = (0.8, 0.9, 0.7)


def forty(folder: Path) -> PhotoJob:
    """Fill a folder as a phone would."""
    folder.mkdir(parents=True)
    own = sorted(find("sample/photos").iterdir())
    for one in own:
        if one.suffix == ".heic":
            shutil.copy(one, folder / one.name)
            continue
        with Image.open(one) as seen:
            seen.draft("YCbCr", seen.size)  # the very samples of the file, so that HEIC takes nothing away
            save_heic(_even(ImageOps.exif_transpose(seen)), folder / f"{one.stem}.heic")
    opened = [one for one in own if one.suffix != ".heic"]
    for number in range(ALL - len(own)):
        with Image.open(opened[number % len(opened)]) as seen:
            share = _SHARES[number // len(opened)]
            cut = seen.crop((0, 0, int(seen.width * share), int(seen.height * share)))
            save_heic(_even(ImageOps.mirror(cut.reduce(2))), folder / f"IMG_{2000 + number}.heic")
    return PhotoJob(tuple(sorted(one.name for one in folder.iterdir())), folder)


def first_look_at_ten(seat: Sitting, folder: Path) -> Acts:
    """Sit down, bring the forty in, pick ten, decide about every face and finish each look."""
    seat.sit(AUTHOR)
    bring_in(seat, forty(folder))
    for name in PICKED:
        _pick(seat, name)
    decide_all(seat, len(PICKED))
    return seat.hand.acts


def second_look_at_ten(seat: Sitting) -> Acts:
    """Hand over the chair; the second person looks at the ten as they will go out."""
    screen = seat.shown(PhotosScreen)
    seat.hand.wait("the contact sheet", lambda: screen.current is screen.sheet)
    seat.hand.say_press("photoui.second-first")
    look_again(seat)
    return seat.hand.acts


def _even(seen: Image.Image) -> Image.Image:
    return seen.crop((0, 0, seen.width // 2 * 2, seen.height // 2 * 2))


def _pick(seat: Sitting, name: str) -> None:
    """Press the circle in a tile's corner; scrolling there costs nothing."""
    seat.quiet()
    sheet = seat.shown(PhotosScreen).sheet
    row = next(row for row, tile in enumerate(sheet.tiles.tiles) if tile.name == name)
    index = sheet.tiles.index(row)
    sheet.list.scrollTo(index)
    place = sheet.list.visualRect(index)
    seat.hand.press_on(sheet.list.viewport(), place.topRight() + _CORNER)
    seat.hand.wait(f"{name} picked", lambda: _picked(seat, name))


def _picked(seat: Sitting, name: str) -> bool:
    tiles = seat.shown(PhotosScreen).sheet.tiles.tiles
    return next(tile.picked for tile in tiles if tile.name == name)
