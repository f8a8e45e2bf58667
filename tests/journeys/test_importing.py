"""A school's own list and its photographer's folder, from the files to a match in a photo."""

import csv
from datetime import timedelta
from pathlib import Path

from PIL import Image

from smadmin.domain.photos.faces import FaceState
from smadmin.resources import find
from smadmin.storage.clock import SystemClock
from smadmin.ui.photos.screen import PhotosScreen
from smadmin.ui.students.screen import StudentsScreen
from tests.journeys.photo_road import PhotoJob, answer_pairs, bring_in
from tests.journeys.roads import AUTHOR
from tests.journeys.sitting import Sitting

NEW = "Nico Bellamy"
DRAWN_AS = "marcus-bell"
"""The new child has the face of one who is drawn in the photo, and whom nobody looks for."""
PHOTO = "11-robotics.jpg"


def test_a_list_and_its_portraits_lead_to_a_match_in_a_photo(seat: Sitting, tmp_path: Path) -> None:
    seat.look_around()
    seat.sit(AUTHOR)
    seat.go("students")
    hand, screen = seat.hand, seat.shown(StudentsScreen)

    hand.bring_files([the_list(tmp_path / "students.csv")], onto=screen)
    hand.say_press("enrollui.take", n=1)
    hand.wait("the list's report", lambda: hand.says(hand.said("enrollui.taken", n=1)))
    hand.bring_files([the_portraits(tmp_path / "discs")], onto=screen)
    hand.say_press("enrollui.portraits-take", n=2)
    hand.wait("the portraits' report", lambda: hand.says(hand.said("enrollui.portraits-kept", n=2)))

    bring_in(seat, PhotoJob((PHOTO,)))
    hand.say_press("photoui.pick-all")
    hand.say_press("photoui.main-decide", n=1)
    answer_pairs(seat)
    page = seat.shown(PhotosScreen).decide
    hand.wait("the photo", lambda: page.read is not None and not page.canvas.unseen)
    assert page.read is not None
    (matched,) = [face for face in page.read.view.photo.faces if face.hint is FaceState.MATCH]

    for _ in page.read.view.photo.faces:
        if page.face != matched.id:
            hand.key("Right")
    assert page.face == matched.id
    assert page.read.view.near(matched.near)[0].name == NEW
    hand.wait("whom it looks like", lambda: hand.says(hand.said("photoui.said-match", name=NEW)))


def the_list(file: Path) -> Path:
    """Write a list as a school's system does: a new child, whose family said no to photos."""
    first, last = NEW.split()
    today = SystemClock().now().date()
    row = {
        "Student ID": "S-9001",
        "Last Name": last,
        "First Name": first,
        "Homeroom": "4a",
        "No Photos": "Y",
        "Face matching consent": (today - timedelta(days=3)).isoformat(),
        "Face matching until": (today + timedelta(days=200)).isoformat(),
        "Guardian": "Ida Bellamy",
    }
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, row, delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    return file


def the_portraits(folder: Path) -> Path:
    """Fill a folder as a photographer would, by the student's number."""
    folder.mkdir()
    for place, drawn in enumerate(sorted(find(f"sample/portraits/{DRAWN_AS}").iterdir()), 1):
        with Image.open(drawn) as seen:  # written anew, so that it is nobody else's file
            seen.convert("RGB").save(folder / f"S-9001_{place}.jpg", quality=92)
    return folder
