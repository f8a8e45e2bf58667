"""What Today does about the clock: each answer is a signed row, the weighty one asks the passphrase first."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from smadmin.services.clocks import ClockView
from smadmin.ui.dialogs.confirm import ConfirmDialog
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.today.clock import clock_question


class ClockDeeds:
    """Deeds for Today.

    Args:
        around: what the screen stands on.
        screen: on which the question is asked.
        done: called once an answer was signed.
    """

    def __init__(self, around: Surroundings, screen: QWidget, done: Callable[[], None]) -> None:
        self._around, self._screen, self._done = around, screen, done
        self.dialog: ConfirmDialog | None = None

    def vouch(self) -> None:
        """Sign that the date is right."""
        office, by = self._around.office, self._around.by
        self._around.performer.errand(
            lambda: office.vouch_clock(by), done=lambda _: self._done(), origin=self._screen
        )

    def ask(self, view: ClockView) -> None:
        """Ask whether the rows that are dated later are wrong, before that is signed."""
        dated = view.dated
        if dated is None:
            return
        self.dialog = dialog = ConfirmDialog(
            clock_question(view.now, dated), self._around.words, self._screen
        )
        dialog.confirmed.connect(
            lambda: self._around.doors.with_passphrase(lambda: self._confirm(dated.first))
        )
        dialog.open()

    def _confirm(self, first: int) -> None:
        office, by = self._around.office, self._around.by
        self._around.performer.errand(
            lambda: office.confirm_clock(by, first), done=lambda _: self._done(), origin=self._screen
        )
