"""Says who else has the open draft open, as long as the screen is seen.

Two people would write over each other. Nothing is held up: both texts are kept anyway, this only tells
before it happens.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from smadmin.domain.ids import PostId
from smadmin.ui.composer.keeper import DraftKeeper
from smadmin.ui.surroundings import Surroundings

_ASKED_EVERY_MS = 5_000


class Elsewhere(QObject):
    """Watches the open draft. `others` gives the names of those who have it open too, when they change."""

    others = Signal(tuple)

    def __init__(self, around: Surroundings, keeper: DraftKeeper, origin: QObject) -> None:
        """Take whose draft is watched."""
        super().__init__(origin)
        self._around = around
        self._keeper = keeper
        self._origin = origin
        self._told: tuple[PostId | None, tuple[str, ...]] = (None, ())
        self._timer = QTimer(self)
        self._timer.setInterval(_ASKED_EVERY_MS)
        self._timer.timeout.connect(self.ask)

    def watch(self) -> None:
        """Ask now and again while the screen is seen."""
        self.ask()
        self._timer.start()

    def look_away(self) -> None:
        """Ask no more, and say that nothing is open here."""
        self._timer.stop()
        if self._told[0] is not None:
            self._told = (None, ())
            drafting = self._around.office.drafting
            self._around.performer.perform(drafting.close_here)

    def ask(self) -> None:
        """Ask once who has the draft open."""
        draft = self._keeper.draft
        if draft is None or self._around.acting is None:
            return
        by, drafting, post = self._around.by, self._around.office.drafting, draft.id

        def came(names: tuple[str, ...]) -> None:
            if self._told != (post, names):
                new = names != (self._told[1] if self._told[0] == post else ())
                self._told = (post, names)
                if new:
                    self.others.emit(names)

        self._around.performer.perform(
            lambda: drafting.open_here(by, post), done=came, failed=lambda _error: None, origin=self._origin
        )
