"""What Today does about backups: makes one here, or keeps one where somebody chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from smadmin.domain.messages import say
from smadmin.ui.banners import BannerModel
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class BackupDeeds:
    """Makes backups beside the window's own work."""

    def __init__(self, around: Surroundings, screen: Screen, *, done: Callable[[], None]) -> None:
        """Take the screen that says so; `done` is called after each."""
        self._around, self._screen, self._done = around, screen, done

    def make(self) -> None:
        """Make one beside the store."""
        office = self._around.office
        self._around.performer.errand(office.backups.make, done=lambda _: self._made("today.backed-up"))

    def save(self) -> None:
        """Ask where to, and keep one there."""
        words, office = self._around.words, self._around.office
        name = f"{self._around.now:%Y-%m-%d}.smadmin-backup"
        asked = words.say("today.save-backup")
        chosen, _ = QFileDialog.getSaveFileName(self._screen, asked, str(Path.home() / name))
        if chosen:
            file = Path(chosen)
            self._around.performer.errand(
                lambda: office.backups.write(file),
                done=lambda made: self._made("today.backup-away" if made.away else "today.backup-here"),
            )

    def _made(self, said: str) -> None:
        self._screen.bannerAsked.emit(BannerModel(State.FINE, say(said)))
        self._done()
