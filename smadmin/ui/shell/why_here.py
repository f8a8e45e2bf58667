"""Asks whoever takes the chair at somebody's own computer why they are there (BAL-B1g2).

Whoever signed in is asked on Today, which few see from the chair.
"""

from PySide6.QtCore import QObject, SignalInstance

from smadmin.domain.changes import Changes
from smadmin.domain.messages import say
from smadmin.services.computers import Here
from smadmin.ui.banners import BannerModel
from smadmin.ui.frame import Frame
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

WHY_HERE = "why-here"


class WhyHere(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, opened: SignalInstance, parent: QObject) -> None:
        """Ask once the window is `opened`."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        opened.connect(self._ask)
        frame.bannerActed.connect(self._acted)
        around.performer.changed.connect(self._changed)

    def _ask(self) -> None:
        """Ask who took the chair, where it is due."""
        if self._around.acting is None or not self._around.office.session.confined:
            return
        computers, by = self._around.office.computers, self._around.by
        self._around.performer.perform(lambda: computers.here(by), done=self._came, origin=self)

    def _came(self, here: Here) -> None:
        if here.needs_why and self._around.acting is not None:
            asked = BannerModel(
                State.DOUBT, say("computers.today-why"), action=say("computers.answer"), key=WHY_HERE
            )
            self._frame.show_banner(asked)
        else:
            self._frame.banners.dismiss(WHY_HERE)

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("computers"):
            self._ask()

    def _acted(self, model: BannerModel) -> None:
        if model.key == WHY_HERE and self._around.acting is not None:
            self._around.doors.open("computer")
