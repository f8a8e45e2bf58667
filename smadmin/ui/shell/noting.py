"""Notes where the record ends after deeds (`keys.md`, Head), and later again where that failed."""

from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.records import Head
from smadmin.services.office import Office
from smadmin.ui.perform import Performer

WAIT_LOOKS = 15
"""How many looks are let pass after a keyring didn't answer: each question may wait five seconds."""


class Noting(QObject):
    """Asks the office to note the newest head; one errand at a time. Whoever has the clock calls `look`."""

    def __init__(self, office: Office, performer: Performer, parent: QObject) -> None:
        """Begin with what is noted already."""
        super().__init__(parent)
        self._office = office
        self._performer = performer
        self._noted = office.desk.newest
        self.busy = False
        """Whether the keyring is being asked."""
        self._wait = 0

    def look(self) -> None:
        """Note the head, if it moved since it was noted."""
        newest = self._office.desk.newest
        self._wait = max(0, self._wait - 1)
        if newest is None or newest == self._noted or self.busy or self._wait:
            return
        self.busy = True
        self._performer.errand(
            self._office.settle,
            done=partial(self._settled, newest),
            failed=lambda _: self._later(),
            origin=self,
        )

    def _settled(self, newest: Head, done: object) -> None:
        if not done:
            self._later()
            return
        self.busy, self._noted = False, newest

    def _later(self) -> None:
        self.busy, self._wait = False, WAIT_LOOKS
