"""What is done about the faces of one photo: each deed runs on the store thread, then `after` is called.

What is refused becomes a banner; nothing on the photo changes then.
"""

from collections.abc import Callable, Sequence

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import FaceId, PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.deciding import Choice
from smadmin.domain.photos.review import Photo
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

Then = Callable[[], None]


def left_out_banner(photo: Photo) -> BannerModel:
    """Say that a photo is left out."""
    return BannerModel(State.NOTE, say("photoui.left-this-out", name=photo.name), key="photo-out")


class FaceDeeds:
    """Deeds about faces, by whoever sits in the chair when they are asked for."""

    def __init__(self, around: Surroundings, screen: Screen, *, after: Then) -> None:
        """Take what is called after each deed about a face."""
        self._around = around
        self._screen = screen
        self._after = after

    def decide(self, photo: PhotoId, face: FaceId, choice: Choice) -> None:
        """Decide about one face."""
        self.decide_together(((photo, face),), choice)

    def decide_together(self, faces: Sequence[tuple[PhotoId, FaceId]], choice: Choice) -> None:
        """Decide about a face, and about those that are the same in other photos."""
        office = self._around.office
        self._run(lambda by: office.review.decide_together(by, faces, choice), self._after)

    def add_face(self, photo: PhotoId, box: Box) -> None:
        """Cover a face that somebody drew."""
        self._run(lambda by: self._around.office.review.add_face(by, photo, box).changes, self._after)

    def resize(self, photo: PhotoId | None, face: str, box: Box) -> None:
        """Give a drawn frame another size; what is refused leaves it as it was."""
        if photo is not None:
            self._run(lambda by: self._around.office.review.resize(by, photo, FaceId(face), box), self._after)

    def cover_everybody(self, photo: PhotoId) -> None:
        """Cover every face of a photo."""
        self._run(lambda by: self._around.office.review.cover_everybody(by, [photo]), self._after)

    def none_of_them(self, photo: Photo) -> None:
        """Say that none of the children beside the photo is among the open faces."""
        self._run(lambda by: self._around.office.review.none_of_them(by, [photo]), self._after)

    def the_rest_consents(self, photo: Photo) -> None:
        """Say that consent is recorded for every face that is still open (opt-in districts)."""
        self._run(lambda by: self._around.office.review.the_rest_consents(by, [photo]), self._after)

    def restyle(self, photo: PhotoId | None, style: CoverStyle, then: Then) -> None:
        """Give the covers of a photo's whole folder another look."""
        review = self._around.office.review
        if photo is not None:
            self._run(lambda by: review.restyle(by, review.photo(by, photo).set.id, style), then)

    def undo(self, photo: PhotoId) -> None:
        """Take back one's own last decision about a photo."""
        self._run(lambda by: self._around.office.review.undo(by, photo), self._after)

    def leave_out(self, photo: PhotoId, then: Then) -> None:
        """Leave a photo out."""
        self._run(lambda by: self._around.office.review.leave_out(by, [photo]), then)

    def finish_first(self, photo: PhotoId, then: Then) -> None:
        """Finish the first look: nothing else is wrong; who looks at a photo wants it, so it is picked."""
        office = self._around.office

        def look(by: Actor) -> Changes:
            picked = office.review.pick(by, [photo])
            return picked | office.looks.finish(by, photo, other_things_fine=True)

        self._run(look, then)

    def finish_second(self, photo: PhotoId, again: frozenset[FaceId], then: Then) -> None:
        """Finish the second look, with the faces that were answered on one's own."""
        office = self._around.office
        self._run(lambda by: office.looks.finish(by, photo, other_things_fine=True, again=again), then)

    def _run(self, deed: Callable[[Actor], Changes], then: Then) -> None:
        if self._around.acting is None:
            return
        by = self._around.by
        self._around.performer.perform(
            lambda: deed(by), done=lambda _: then(), failed=self._refused, origin=self._screen
        )

    def _refused(self, error: KnownError) -> None:
        self._screen.bannerAsked.emit(banner_of(error))
