"""The post's address is taken from the clipboard as soon as it lies there: pasting it would be one more act.

Only while an account's address is awaited, and only what is the address of a post there; anything else that
lies on the clipboard is neither kept nor shown. Whoever sits there still says that it is out.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.post_links import LinkAnswer, LinkVerdict
from smadmin.ui.publish.lane import LaneModel, Step
from smadmin.ui.publish.outside import Outside

_LONGEST = 2_000


def fitting_link(lane: LaneModel, copied: str, judge: Callable[[str], LinkVerdict]) -> str:
    """Give what was copied where it is the address that an account waits for, else nothing.

    Args:
        lane: the open account.
        copied: what lies on the clipboard; what the program put there itself is no answer.
        judge: judges an address for this account.
    """
    link = copied[:_LONGEST].strip()
    awaited = lane.step is Step.CARRY and not lane.hand.link.strip()
    if not awaited or copied in lane.turns or not link.startswith("https://") or len(link.split()) != 1:
        return ""
    return link if judge(link).answer in {LinkAnswer.YES, LinkAnswer.CANT_TELL} else ""


class Watch(QObject):
    """Looks when the clipboard changes, and when somebody comes back to the window."""

    def __init__(self, outside: Outside, came: Callable[[str], None], screen: QWidget) -> None:
        """Take what is called with what lies there."""
        super().__init__(screen)
        self._outside = outside
        self._came = came
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        screen.installEventFilter(self)

    def beside(self, window: QWidget) -> None:
        """Look also when somebody comes back to another window of the screen."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        back = event.type() is QEvent.Type.ActivationChange
        if back and isinstance(watched, QWidget) and watched.isActiveWindow():
            self._look()
        return False

    def _look(self) -> None:
        self._came(self._outside.copied())
