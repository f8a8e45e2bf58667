"""What is done on the card of a week from paper: opening its scan, countersigning it, or taking it back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import Picture
from smadmin.ui.covered import pixmap_of
from smadmin.ui.plan.paper import PaperModel
from smadmin.ui.plan.papercard import PaperCard
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners

_READABLE_PX = 2_000
"""The longest side of a scan that is to be read on a screen."""


class PaperHand(QObject):
    """Attends to the card."""

    def __init__(self, around: Surroundings, screen: Screen, banners: UndoBanners) -> None:
        """Make the card, hidden."""
        super().__init__(screen)
        self._around, self._screen, self._banners = around, screen, banners
        self._model: PaperModel | None = None
        self.card = PaperCard(around.words)
        self.card.countersigned.connect(self._countersign)
        self.card.disowned.connect(self._disown)

    def show_paper(self, model: PaperModel | None) -> None:
        """Show what waits, or nothing; a scan that is there already isn't opened again."""
        known = self._model is not None and model is not None and self._model.seq == model.seq
        self._model = model
        if model is None:
            self.card.forget()
            return
        self.card.show_paper(model)
        if not known:
            self._fetch(model)

    def forget(self) -> None:
        """Drop the scan: somebody else sits down."""
        self._model = None
        self.card.forget()

    def _fetch(self, model: PaperModel) -> None:
        self.card.await_scan()
        scans, by = self._around.office.scans, self._around.by

        def still() -> bool:
            return self._model is not None and self._model.seq == model.seq

        def came(picture: Picture) -> None:
            if still():
                self.card.show_scan(pixmap_of(picture))

        def failed(error: KnownError) -> None:
            if still():
                self.card.show_no_scan(self._around.words.error(error))

        self._around.performer.errand(
            lambda: scans.picture(by, model.scan, longest_px=_READABLE_PX),
            done=came,
            failed=failed,
            origin=self.card,
        )

    def _countersign(self) -> None:
        if self._model is not None:
            self._around.doors.with_passphrase(partial(self._sign, self._model.monday))

    def _sign(self, monday: date) -> None:
        paper, by = self._around.office.week_paper, self._around.by
        self._perform(lambda: paper.countersign(by, monday), "weekly.countersigned", monday)

    def _disown(self) -> None:
        if self._model is not None:
            self._around.doors.with_passphrase(partial(self._withdraw, self._model.monday))

    def _withdraw(self, monday: date) -> None:
        plan, by = self._around.office.plan, self._around.by
        self._perform(lambda: plan.disown_week(by, monday), "weekly.disowned", monday)

    def _perform(self, deed: Callable[[], Changes], said: str, monday: date) -> None:
        def done(_done: Changes) -> None:
            self._banners.say_done(say(said, day=monday))
            self._screen.load()

        self._around.performer.perform(deed, done=done, failed=self._banners.say_error, origin=self._screen)
