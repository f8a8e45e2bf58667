"""Looking closer at a photo whose faces are too small for the first search."""

from pathlib import Path

from PIL import Image

from smadmin.domain.photos.review import Face
from smadmin.resources import find
from smadmin.ui.photos.screen import PhotosScreen
from tests.journeys.photo_road import PhotoJob, bring_in
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

DRAWN = "04-field-day.jpg"
PEOPLE = 7
SIZE, CORNER, SHARE = (4000, 2000), (200, 300), 0.11
"""So a face is 17 to 20 px high, and half of that where the first search looks."""


def test_looking_closer_finds_who_is_far_away(seat: Sitting, tmp_path: Path) -> None:
    far_away(tmp_path / "camera" / "IMG_1.jpg")
    seat.look_around()
    seat.sit(AUTHOR)
    bring_in(seat, PhotoJob(("IMG_1.jpg",), tmp_path / "camera"))
    hand = seat.hand
    hand.say_press("photoui.pick-all")
    hand.say_press("photoui.main-decide", n=1)
    page = seat.shown(PhotosScreen).decide
    hand.wait("the photo", lambda: page.read is not None and not page.canvas.unseen)
    before = faces(seat)

    hand.say_press("photoui.look-closer")
    hand.wait("the end of it", lambda: faces(seat) > before and not page.closer._finding.running)

    assert faces(seat) == PEOPLE
    assert hand.says(hand.said("photoui.closer-found", n=PEOPLE - before))
    assert all(not face.covered and face.must_decide for face in found(seat))


def far_away(file: Path) -> Path:
    """Paint a wide photo in which the drawn people stand at the far end."""
    file.parent.mkdir()
    with Image.open(find(f"sample/photos/{DRAWN}")) as seen:
        small = seen.resize((round(seen.width * SHARE), round(seen.height * SHARE)), Image.Resampling.LANCZOS)
    wide = Image.new("RGB", SIZE, (150, 180, 200))
    wide.paste(small, CORNER)
    wide.save(file, quality=95)
    return file


def found(seat: Sitting) -> tuple[Face, ...]:
    read = seat.shown(PhotosScreen).decide.read
    return () if read is None else read.view.photo.faces


def faces(seat: Sitting) -> int:
    return len(found(seat))
