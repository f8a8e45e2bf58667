"""Shows the page for staff to whoever owes it: at once to who signed in, after the work to who has the chair.

A second person sits down because somebody waits for their look; nothing comes before it (BAL-F1).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.services.office import Office
from smadmin.services.staff_pages import DECIDES
from smadmin.ui.frame import Frame
from smadmin.ui.shell.badges import waiting_for
from smadmin.ui.shell.model import Errand
from smadmin.ui.surroundings import Surroundings

PAGE = "staff-page"
_WORK = frozenset({"approvals", "photos", "posts", "videos"})
_REVIEWS = ("photos", "approvals")


def free_to_read(office: Office, by: Actor, *, led: bool) -> bool:
    """Tell whether nobody waits for somebody in the chair any more.

    Args:
        office: the school's.
        by: who has the chair.
        led: whether they were led to something, which is done before anything else.
    """
    reviewed = office.staff_pages.reviewed_since(by)
    if reviewed & DECIDES:
        return True
    if led and not reviewed:
        return False
    waiting = waiting_for(office, by)
    return not any(waiting.get(screen, 0) for screen in _REVIEWS)


class StaffFirst(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._owed, self._led = False, False
        around.performer.changed.connect(self._changed)

    def begin(self, *, owed: bool, led_to: Errand | None, then: Callable[[], object]) -> None:
        """Show who has just sat down their first screen: this page, or what `then` shows.

        Args:
            owed: whether they should read the page.
            led_to: where they were led, if anywhere; with a thing of its own it waits for them.
            then: shows the screen that they came for, or where they were.
        """
        self._owed, self._led = owed, led_to is not None and bool(led_to.subject)
        if not owed:
            then()
        elif self._around.office.session.confined:
            then()
            self._ask()
        else:
            self._show(then)

    def _ask(self) -> None:
        acting, office, led = self._around.acting, self._around.office, self._led
        if acting is None:
            return
        by = acting.actor
        self._around.performer.perform(
            lambda: free_to_read(office, by, led=led), done=lambda free: self._heard(by, free), origin=self
        )

    def _heard(self, by: Actor, free: bool) -> None:
        acting = self._around.acting
        if free and self._owed and acting is not None and acting.actor.person == by.person:
            self._show(partial(self._frame.open_screen, self._frame.current))

    def _show(self, then: Callable[[], object]) -> None:
        from smadmin.ui.staff.screen import StaffScreen  # noqa: PLC0415  with its screen, not with the window

        self._owed = False
        page = self._frame.open_screen(PAGE)
        if isinstance(page, StaffScreen):
            page.lead_on(then)

    def _changed(self, changes: Changes, _origin: object) -> None:
        if self._owed and changes.touches_any(_WORK) and self._around.office.session.confined:
            self._ask()
