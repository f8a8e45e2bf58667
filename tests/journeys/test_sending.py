"""A second look that is taken elsewhere: the file that is sent, and the answer that comes back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from smadmin.domain.photos.review import Photo
from smadmin.services.photos.lookfiles import ENDING
from smadmin.ui.photos.model import Step
from smadmin.ui.photos.screen import PhotosScreen
from smadmin.ui.photos.visit import VisitPage
from tests.journeys.photo_road import PhotoJob, bring_in, decide_all
from tests.journeys.roads import AUTHOR, SECOND
from tests.journeys.sitting import Sitting

PHOTO = "12-playground.jpg"


def test_a_photo_goes_away_for_its_second_look_and_comes_back_with_it(seat: Sitting, tmp_path: Path) -> None:
    question, answer = tmp_path / f"question{ENDING}", tmp_path / f"answer{ENDING}"
    seat.look_around()
    seat.sit(AUTHOR)
    bring_in(seat, PhotoJob((PHOTO,)))
    seat.hand.say_press("photoui.pick-all")
    decide_all(seat, 1)

    send(seat, question)
    seat.lock()
    answer_it(seat, question, answer)
    seat.lock()
    seat.sit(AUTHOR)
    seat.go("photos")
    screen = seat.shown(PhotosScreen)
    seat.hand.bring_files([answer], onto=screen)

    seat.hand.wait("the answer", lambda: seat.hand.says(seat.hand.said("away.taken", n=1)))
    if screen.current is not screen.sheet:  # whoever is back finds the folder open that they left
        seat.hand.press(seat.hand.said("photoui.open-folder"))
    seat.hand.wait("the folder", lambda: screen.current is screen.sheet and bool(photos(screen)))
    seat.hand.wait("the second look", lambda: photos(screen)[0].second is not None)
    (photo,) = photos(screen)
    assert photo.first is not None
    assert photo.second is not None
    assert photo.first.by != photo.second.by
    assert screen.sheet.step in {Step.EXPORT, Step.USE}


def send(seat: Sitting, file: Path) -> None:
    """Choose who is asked, and save the file."""
    seat.hand.say_press("away.send")
    seat.hand.choose(seat.hand.said("away.who"), SECOND)
    seat.hand.say_press("away.save-file")
    save_as(seat, file)
    seat.hand.wait("the file", file.exists)
    seat.hand.wait("that it is saved", lambda: seat.hand.says(seat.hand.said("away.sent", file=file.name)))


def answer_it(seat: Sitting, question: Path, answer: Path) -> None:
    """Let the other person open the file, look, and sign the answer."""
    hand = seat.hand
    seat.sit(SECOND)
    seat.go("photos")
    screen = seat.shown(PhotosScreen)
    hand.bring_files([question], onto=screen)
    page = screen.mailing.page
    hand.wait("the photo", lambda: screen.current is page and not page.canvas.unseen)
    while page.question is not None:
        hand.wait("the face", lambda: not page.resting)
        hand.key("C" if page.question.left == 1 else "N")
    hand.key("Space")
    hand.wait("its end", lambda: page.photo is None)
    assert isinstance(page, VisitPage)
    hand.key("Space")
    save_as(seat, answer)
    hand.wait("the answer", answer.exists)
    hand.wait("that it is saved", lambda: hand.says(hand.said("away.answer-written", file=answer.name)))


def save_as(seat: Sitting, file: Path) -> None:
    """Type where the file goes into the computer's own dialog."""
    seat.hand.wait("where to", lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    seat.hand.wait("its field", lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    seat.hand.write(str(file))
    seat.hand.key("Return")


def photos(screen: PhotosScreen) -> tuple[Photo, ...]:
    """Give the folder's photos as they are read."""
    read = screen.sheet.read
    return () if read is None else read.view.photos
