"""*Something went wrong*: two deeds of the menu that lead to the cards for emergencies from every screen."""

from PySide6.QtCore import QObject

from smadmin.ui.frame import Frame
from smadmin.ui.surroundings import Surroundings

CHILD_OUT, CARDS = "child-out", "something-wrong"
_SCREEN, _PICK = "cases", "comment:"
_POSTS = "publish"
"""The screen whose subject is a post."""


class SomethingWrong(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Offer both deeds."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        frame.menus.offer(CHILD_OUT, self.child_out)
        frame.menus.offer(CARDS, lambda: self._open(_PICK))

    def child_out(self) -> None:
        """Take the post in sight down everywhere; where none is in sight, ask which."""
        shown = self._frame.seen
        post = shown.subject if shown is not None and self._frame.current == _POSTS else ""
        self._open(f"{CHILD_OUT}:{post}" if post else CHILD_OUT)

    def _open(self, subject: str) -> None:
        if self._around.acting is not None and self._frame.has_screen(_SCREEN):
            self._around.doors.open(_SCREEN, subject)
