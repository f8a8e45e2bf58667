"""After the last photo of a second look: the covered files are made, and the way leads on to the release."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Done
from smadmin.domain.ids import PostId
from smadmin.domain.photos.review import Photo
from smadmin.ui.cards import Card
from smadmin.ui.empty import EmptyState
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.photos.exporting import NotMade, export_photos, not_made_banner
from smadmin.ui.photos.reading import may_release, waiting_post
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings

ShowMain = Callable[[str, tuple[str, ...]], None]


def next_of(*, waits: bool, releases: bool, confined: bool) -> tuple[str, str]:
    """Give what is said and what the main button does once the files are made.

    Args:
        waits: whether a post with the photos waits for its release.
        releases: whether this person may release it.
        confined: whether they are the second person in the chair.
    """
    if not waits:
        return "no-post-waits", "back-to-sheet"
    if releases:
        return "release-waits", "then-release"
    return "release-waits-else", "then-give-back" if confined else "then-hand-over"


class Ending(Card):
    """The card in the photo's place.

    Args:
        show_main: called with the main button's message and what it still waits for.
        over: called where no post waits for the photos.
    """

    def __init__(
        self, around: Surroundings, screen: Screen, *, show_main: ShowMain, over: Callable[[], None]
    ) -> None:
        """Build the card."""
        super().__init__()
        self._around = around
        self._screen = screen
        self._show_main = show_main
        self._over = over
        self._post: PostId | None = None
        self._releases = False
        self._made_of: tuple[Photo, ...] = ()
        words = around.words
        self.body.addWidget(
            EmptyState("badge-check", words.say("photoui.seen-all"), text=words.say("photoui.seen-all-text"))
        )
        self.said = PlainLabel("", kind=TextKind.STRONG)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.hide()

    def make_files(self, photos: tuple[Photo, ...]) -> None:
        """Make the covered files of the photos that were looked at, and find the post that waits for them."""
        self._post, self._made_of = None, ()
        by, office = self._around.by, self._around.office
        making = self._around.words.say("photoui.making-files")
        self.show()
        self.said.show_text(making)
        self._show_main("then-release", (making,))
        self._around.performer.errand(
            lambda: export_photos(office, by, [one for one in photos if one.first is not None]),
            done=lambda done: self._made(by, photos, done),
            origin=self._screen,
        )

    def lead_on(self) -> None:
        """Go to the post that waits for its release, let somebody sit down who releases it, or go back."""
        if self._post is not None and self._releases:
            self._around.doors.open("approvals", self._post)
        elif self._post is not None:
            self._around.doors.hand_over("approvals", self._post)  # from the second person in it: back
        else:
            self._over()

    def _made(self, by: Actor, photos: tuple[Photo, ...], done: Done[tuple[NotMade, ...]]) -> None:
        words = self._around.words
        if done.value:
            self._screen.bannerAsked.emit(not_made_banner(done.value))
            self.said.show_text(words.say("photoui.not-exported", n=len(done.value)))
            if not self.isHidden():
                self._show_main("back-to-sheet", ())
            return
        self._made_of = photos
        self._find(by)

    def find_again(self) -> None:
        """Find out what is next for who sits here now; before the files are made nothing is."""
        if self._made_of and not self.isHidden():
            self._find(self._around.by)

    def _find(self, by: Actor) -> None:
        office, photos = self._around.office, self._made_of

        def find() -> tuple[PostId | None, bool]:
            post = waiting_post(office, by, photos)
            return post, post is not None and may_release(office, by, post)

        self._around.performer.perform(find, done=self._found, origin=self._screen)

    def _found(self, found: tuple[PostId | None, bool]) -> None:
        self._post, self._releases = found
        if self.isHidden():
            return  # somebody went back to a photo meanwhile
        said, step = next_of(
            waits=self._post is not None,
            releases=self._releases,
            confined=self._around.office.session.confined,
        )
        self.said.show_text(self._around.words.say(f"photoui.{said}"))
        self._show_main(step, ())
