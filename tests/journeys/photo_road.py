"""The photo job of two people, from dropped files to posts with covered photos; tests and bench share it.

The hand knows the drawn children as somebody from the school would: by where they stand in the sample.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.review import Face, Photo
from smadmin.resources import find
from smadmin.services.photos.views import PhotoView
from smadmin.services.sample.pictures import sample_picture
from smadmin.ui.composer.describing import DescriptionField
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.photos.asking import Question
from smadmin.ui.photos.decide import DecidePage
from smadmin.ui.photos.marks import LOOKS_LIKE
from smadmin.ui.photos.pairs import Asked
from smadmin.ui.photos.reading import PhotoRead
from smadmin.ui.photos.screen import PhotosScreen
from smadmin.ui.photos.second import SecondPage
from tests.journeys.hand import Acts
from tests.journeys.roads import AUTHOR, FACEBOOK, SECOND, X, choose_planned, have_signed, publish
from tests.journeys.sitting import Sitting

TOPIC = "Science fair"  # a capital stands before the topics that the sample plans for the same day
WORDS = "Seven projects, one volcano and a lot of questions: thank you for coming to our science fair."
ALT = "Students stand behind a long table and show their projects."


@dataclass(frozen=True)
class PhotoJob:
    """A folder of the sample's photos that goes out in one post on X and Facebook."""

    names: tuple[str, ...]
    folder: Path | None = None

    @property
    def files(self) -> list[Path]:
        """Where the photos lie."""
        return [self.folder / name if self.folder else find(f"sample/photos/{name}") for name in self.names]


FOUR = PhotoJob(("01-science-fair.jpg", "04-field-day.jpg", "06-garden.heic", "09-reading-hour.jpg"))


def plan_and_sign(seat: Sitting) -> None:
    """Plan the topic on both accounts and have the week signed (before the job, so uncounted)."""
    have_signed(seat, TOPIC, X, FACEBOOK)
    seat.hand.acts = Acts()


def photo_job(seat: Sitting, job: PhotoJob) -> Acts:
    """Two people bring photos out: look, cover, write, look again, release, publish."""
    hand = seat.hand
    seat.sit(AUTHOR)
    bring_in(seat, job)
    first_look(seat, job)
    write_post(seat, job)
    second_look_and_release(seat)
    hand.say_press("approvalui.publish")
    publish(seat, X, FACEBOOK, pictures=len(job.names))
    return hand.acts


def bring_in(seat: Sitting, job: PhotoJob) -> None:
    """Drop the photos, say what they are, and wait until every face is found."""
    hand = seat.hand
    seat.go("photos")
    screen = seat.shown(PhotosScreen)
    hand.bring_files(job.files, onto=screen)
    hand.go_to(hand.said("photoui.event"), QLineEdit)
    hand.write("Science fair")
    hand.key("Ctrl+Return")
    hand.wait("the contact sheet", lambda: screen.current is screen.sheet)
    patience_ms = 180_000 + 10_000 * len(job.names)
    hand.wait("every face", lambda: _looked_through(screen, len(job.names)), patience_ms=patience_ms)


def first_look(seat: Sitting, job: PhotoJob) -> None:
    """Pick every photo, answer for each face that looks like a child on the list, finish each look."""
    seat.hand.say_press("photoui.pick-all")
    decide_all(seat, len(job.names))


def decide_all(seat: Sitting, picked: int) -> None:
    """Answer for each face of the picked photos that wants it, and finish each look."""
    hand, screen = seat.hand, seat.shown(PhotosScreen)
    hand.say_press("photoui.main-decide", n=picked)
    answer_pairs(seat)
    for _ in range(picked):
        seat.quiet()
        hand.wait("the photo", lambda: not screen.decide.canvas.unseen)
        photo = _view(screen.decide.read).photo
        if any(face.hint not in LOOKS_LIKE for face in photo.open_faces()):
            hand.key("0")
        while (face := _open_face(seat, screen.decide)) is not None:
            view = _view(screen.decide.read)
            near = [child.name for child in view.near(face.near)[:1]]
            hand.wait("the face", lambda: not screen.decide.chosen.resting)
            hand.key("C" if who_is(view.photo, face) in near else "N")
        seat.quiet()
        hand.key("Space")
        hand.wait("the next photo", partial(_past, screen, photo.id))


def answer_pairs(seat: Sitting) -> None:
    """Mark who is the child beside them, and confirm page by page, where the board asks first."""
    hand, screen = seat.hand, seat.shown(PhotosScreen)
    board = screen.board
    seat.quiet()
    hand.wait("pairs or a photo", lambda: screen.current is not board or not board.pairs.looking)
    while screen.current is board:
        seat.quiet()
        hand.wait("a page of pairs", lambda: board.header.main is not None and board.header.main.isEnabled())
        photos = {} if board.sheet is None else {photo.id: photo for photo in board.sheet.view.photos}
        before = board.page
        for number, asked in enumerate(before, 1):
            photo_id, face_id = asked.pair.faces[0]
            face = next(face for face in photos[photo_id].faces if face.id == face_id)
            who = who_is(photos[photo_id], face)
            for turns, child in enumerate(asked.children, 1):
                if who == child.name:
                    for _ in range(turns):
                        hand.key(str(number))
        hand.wait("the button", lambda: board.header.main is not None and not board.header.main.settling)
        hand.key("Ctrl+Return")
        hand.wait("the next page", partial(_past_page, screen, before))


def _past_page(screen: PhotosScreen, before: tuple[Asked, ...]) -> bool:
    return screen.current is not screen.board or screen.board.page != before


def write_post(seat: Sitting, job: PhotoJob) -> None:
    """Take the photos into a post, choose accounts, write and describe, read it back, hand it in."""
    hand = seat.hand
    hand.say_press("photoui.use")
    seat.arrive("compose")
    seat.quiet()
    choose_planned(seat)
    hand.go_to(hand.said("compose.words"))
    hand.write(WORDS)
    for number in range(1, len(job.names) + 1):
        hand.press(hand.said("compose.alt-for", number=number), DescriptionField)
        hand.write(ALT)
    hand.key("Ctrl+Return")
    hand.say_press("compose.hand-in")
    heads = seat.shown(ComposeScreen).heads
    hand.wait("the post handed in", heads.standing.isVisible)


def second_look_and_release(seat: Sitting) -> None:
    """Hand over the chair; the second person looks at each photo, releases, and gives the chair back."""
    hand = seat.hand
    # The frame's own button says the same, and its files may still be made.
    hand.wait("that it is handed in", lambda: hand.says(hand.said("compose.handed-in")))
    hand.say_press("compose.hand-over")
    look_again(seat)
    hand.say_press("photoui.then-release")
    seat.arrive("approvals")
    hand.say_press("approvalui.release")
    hand.say_press("approvalui.give-back")


def look_again(seat: Sitting) -> None:
    """The second person sits down, answers what is asked again, and finishes the look at each photo."""
    hand = seat.hand
    seat.sit(SECOND)
    seat.arrive("photos")
    page = seat.shown(PhotosScreen).second
    hand.wait("the second look", lambda: page.photo is not None)
    while page.photo is not None:
        seat.quiet()
        here = page.photo
        while page.photo == here and page.question is not None:
            view = _view(page.read)
            asked = page.question
            face = next(one for one in view.photo.faces if one.id == asked.face)
            near = [child.name for child in asked.near[:1]]
            hand.wait("the face", lambda: not page.resting)
            hand.key("C" if who_is(view.photo, face) in near else "N")
            hand.wait("what follows", partial(_past_question, page, here, asked))
            seat.quiet()
        if page.photo == here:
            hand.wait("the photo", lambda: not page.canvas.unseen)
            hand.key("Space")
            hand.wait("the next photo", partial(_past_second, page, here))


def who_is(photo: Photo, face: Face) -> str:
    """Know who a drawn face is; empty for somebody who isn't drawn there."""
    drawn = next(one.name for one in find("sample/photos").iterdir() if one.stem == Path(photo.name).stem)
    name, box = max(sample_picture(drawn).people, key=lambda one: one[1].overlap(face.box))
    return name if box.overlap(face.box) > 0 else ""


def _view(read: PhotoRead | None) -> PhotoView:
    assert read is not None
    return read.view


def _looked_through(screen: PhotosScreen, many: int) -> bool:
    read = screen.sheet.read
    photos = () if read is None else read.view.photos
    return len(photos) == many and all(one.looked_for for one in photos) and not screen.finding.running


def _open_face(seat: Sitting, page: DecidePage) -> Face | None:
    """Give the open face that is shown, or None where all are answered."""
    seat.quiet()
    photo = _view(page.read).photo
    return next((one for one in photo.open_faces() if one.id == page.face), None)


def _past(screen: PhotosScreen, before: PhotoId) -> bool:
    read = screen.decide.read
    moved = read is not None and read.view.photo.id != before
    return screen.current is not screen.decide or moved


def _past_second(page: SecondPage, before: PhotoId) -> bool:
    return page.photo != before


def _past_question(page: SecondPage, here: PhotoId, asked: Question) -> bool:
    return page.photo != here or page.question is None or page.question.face != asked.face
