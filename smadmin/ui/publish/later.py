"""An address whose post nobody could look at: it is kept, tried again by itself, and proves nothing yet.

That the page opens says only that somebody can look now; who stands beside the post, a person says.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.domain.reach import Reach, Reached
from smadmin.ui.publish.column import LaneColumn
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.later_part import kept_link
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

TRY_AGAIN_MS = 5 * 60 * 1000
_OVER = frozenset({Reach.OPENS, Reach.MISSING})
"""Trying once more would say nothing else."""


def tried_said(reach: Reach) -> tuple[State, Message]:
    """Say what came of trying a kept address."""
    if reach is Reach.OPENS:
        return State.NOTE, say("publishui.later-opens")
    if reach is Reach.MISSING:
        return State.DOUBT, say("publishui.later-missing")
    return State.WAITS, say("publishui.later-waits")


class LaterDesk(QObject):
    """Keeps addresses for one screen, and tries the open account's again while the screen is looked at."""

    def __init__(
        self, around: Surroundings, screen: QWidget, lanes: LaneColumn, rested: Callable[[], None]
    ) -> None:
        """Take the surroundings, the screen with its cards, and what is called once one is kept."""
        super().__init__(screen)
        self._around, self._screen, self._lanes, self._rested = around, screen, lanes, rested
        self._tried: dict[str, Reach | None] = {}
        self._timer = QTimer(self, interval=TRY_AGAIN_MS)
        self._timer.setObjectName("kept-address")
        self._timer.timeout.connect(self.try_again)
        lanes.keepAsked.connect(self._keep)
        lanes.shown.connect(self._shown)

    def try_again(self) -> None:
        """Try the open account's kept address, unless it is known how that ends."""
        link = self._link()
        if not link or not self._screen.isVisible() or self._tried.get(link) in _OVER:
            self._timer.stop()
            return
        self._tried.setdefault(link, None)
        links, asked = self._around.office.links, link if "://" in link else f"https://{link}"

        def done(reached: tuple[Reached, ...]) -> None:
            self._tried[link] = reached[0].reach
            self._shown()

        self._around.performer.trial(lambda: links.tried((asked,)), done=done, origin=self)

    def _shown(self) -> None:
        lane, link = self._lanes.current, self._link()
        if lane is None or not link:
            self._timer.stop()
            return
        if link not in self._tried:
            self.try_again()
            self._timer.start()
        reach = self._tried[link]
        waits = (State.WAITS, say("publishui.later-waits"))
        self._lanes.cards[lane.account.id].later.show_said(waits if reach is None else tried_said(reach))

    def _link(self) -> str:
        lane = self._lanes.current
        return "" if lane is None else kept_link(lane.lane)

    def _keep(self, lane: LaneModel) -> None:
        by, office, publication = self._around.by, self._around.office, lane.lane.publication
        if publication is None:
            return
        link = lane.hand.link

        def failed(error: KnownError) -> None:
            self._lanes.cards[lane.account.id].link_field.show_error(self._around.words.error(error))

        self._around.performer.perform(
            lambda: office.publications.keep_link(by, publication, link),
            done=lambda _: self._rested(),
            failed=failed,
            origin=self._screen,
        )
