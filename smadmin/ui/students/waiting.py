"""After a family's no: which posts under way show photos searched before it, and the way to them."""

from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.messages import say
from smadmin.services.today.view import PostToday
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners


class WaitingPosts:
    """Asks after a change of the list, and tells whoever made it."""

    def __init__(self, around: Surroundings, banners: UndoBanners, origin: QObject) -> None:
        """Take the screen's banners."""
        self._around, self._banners, self._origin = around, banners, origin

    def tell(self) -> None:
        """Say how many posts can't go out before somebody has looked again; nothing where none waits."""
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: office.today.gather(by).to_look_again, done=self._came, origin=self._origin
        )

    def _came(self, posts: tuple[PostToday, ...]) -> None:
        if not posts:
            return
        self._banners.lead_on(
            say("studentui.look-again", n=len(posts)),
            say("studentui.look-again-note"),
            words=say("today.look-again"),
            way=partial(self._around.doors.open, "photos", posts[0].late[0]),
        )
