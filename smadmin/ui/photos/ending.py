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
from smadmin.ui.photos.reading import waiting_post
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings

ShowMain = Callable[[str, tuple[str, ...]], None]


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
        self._post = None
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
        """Go to the post that waits for its release, or back."""
        if self._post is not None:
            self._around.doors.open("approvals", self._post)
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
        office = self._around.office
        self._around.performer.perform(
            lambda: waiting_post(office, by, photos), done=self._found, origin=self._screen
        )

    def _found(self, post: PostId | None) -> None:
        self._post = post
        if self.isHidden():
            return  # somebody went back to a photo meanwhile
        words, waits = self._around.words, post is not None
        self.said.show_text(words.say("photoui.release-waits" if waits else "photoui.no-post-waits"))
        self._show_main("then-release" if waits else "back-to-sheet", ())
