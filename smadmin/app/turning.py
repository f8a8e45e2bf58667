"""The way between the sample school and one's own, as the *File* menu shows it.

The menu outlives what is open: only the way from the open school stands in it, and none while nothing is.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smadmin.ui.menus import Menus

if TYPE_CHECKING:
    from smadmin.app.opening import Way


class Turning(QObject):
    """Shows one way at a time. `asked`: it was chosen."""

    asked = Signal()

    def __init__(self, menus: Menus, parent: QObject) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._menus = menus
        self._shown = ""

    def show_way(self, way: "Way | None") -> None:
        """Show the way from what is open now, or none."""
        if self._shown:
            self._menus.withdraw(self._shown)
        self._shown = "" if way is None else way.deed
        if way is not None:
            self._menus.offer(way.deed, self.asked.emit)
