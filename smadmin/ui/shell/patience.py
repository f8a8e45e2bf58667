"""Says in the frame that the store keeps everybody waiting, and looks after what isn't stored for it."""

from PySide6.QtCore import QObject, QTimer

from smadmin.domain.messages import say
from smadmin.services.office import Office
from smadmin.ui.banners import BannerModel
from smadmin.ui.frame import Frame
from smadmin.ui.shell.rescue import Rescue
from smadmin.ui.theme import State

SAID_AFTER_S = 2.0
LOOK_EVERY_MS = 1_000
BUSY = "store-busy"


class Patience(QObject):
    """Looks once a second until `end`; both answers come from memory."""

    def __init__(self, frame: Frame, office: Office, rescue: Rescue, parent: QObject) -> None:
        """Begin to look."""
        super().__init__(parent)
        self._frame = frame
        self._office = office
        self._rescue = rescue
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        self._rescue.look()
        told = any(model.key == BUSY for model in self._frame.banners.models)
        if self._office.grounds.waits_s < SAID_AFTER_S:
            self._frame.banners.dismiss(BUSY)
        elif not told:
            self._frame.show_banner(
                BannerModel(
                    State.WAITS, say("leaving.store-busy"), (say("leaving.store-busy-note"),), key=BUSY
                )
            )
