"""Leads out of trouble with the data folder: try again, another folder, or a backup put back.

Into an empty folder too, where there is no trouble: somebody has a backup of another computer.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from smadmin.domain.errors import KnownError
from smadmin.services.mending import KEYS_DAMAGED, Mending, Offer
from smadmin.services.openers import ENVELOPE_HELPS, store_ids_of
from smadmin.ui.frame import Frame
from smadmin.ui.perform import Performer
from smadmin.ui.shell.trouble import TroubleScreen
from smadmin.ui.shell.trouble_model import (
    TroubleDeed,
    TroubleModel,
    bringing_model,
    chosen_model,
    trouble_model,
)
from smadmin.ui.wording import Wording

TROUBLE = "trouble"
_NEEDS_LETTER = "keys.not-for-this-key"
_LETTERS_WRONG = frozenset({_NEEDS_LETTER, "keys.not-a-key", "store.other-envelope"})


class Chooser:
    """Asks for a folder or a file; tests choose by themselves."""

    def folder(self, words: Wording, parent: Frame) -> Path | None:
        """Ask for a folder; None: not now."""
        name = QFileDialog.getExistingDirectory(parent, words.say("trouble.deed-choose-folder"))
        return Path(name) if name else None

    def backup(self, words: Wording, parent: Frame) -> Path | None:
        """Ask for a backup's file; None: not now."""
        name, _ = QFileDialog.getOpenFileName(
            parent, words.say("trouble.deed-choose-backup"), "", words.say("trouble.backup-files")
        )
        return Path(name) if name else None


class Helping(QObject):
    """Shows one trouble until it is over.

    Signals:
        againAsked: the same folder may open now.
        elsewhereAsked: a `Path` that somebody chose instead.
    """

    againAsked = Signal()
    elsewhereAsked = Signal(object)

    def __init__(
        self,
        frame: Frame,
        performer: Performer,
        words: Wording,
        *,
        mending: Mending,
        chooser: Chooser | None = None,
    ) -> None:
        """Take the folder that doesn't open; its store is closed."""
        super().__init__(frame)
        self._frame, self._performer, self._words = frame, performer, words
        self._mending = mending
        self._chooser = chooser or Chooser()
        self._error: KnownError | None = None
        self._model: TroubleModel | None = None
        self._file: Path | None = None
        self._offer: Offer | None = None
        self._typed = False
        self.screen = TroubleScreen(words)
        self.screen.asked.connect(self._do)

    def show(self, error: KnownError) -> None:
        """Say what happened, once it is known which backup there is."""
        self._error = error
        self._performer.errand(self._mending.offer, done=self._offered, origin=self)

    def bring(self) -> None:
        """Ask for a backup's file: nothing is wrong, but the school or one's key isn't here yet."""
        place = self._mending.place
        self._performer.errand(
            lambda: place.has_store and bool(store_ids_of(place)),
            done=lambda there: self._show(bringing_model(str(place.store), there=there)),
            origin=self,
        )

    def _offered(self, offer: Offer | None) -> None:
        if self._error is None:
            return
        self._offer, self._file = offer, None if offer is None else offer.file
        model = trouble_model(
            self._error,
            folder=str(self._mending.place.store),
            backup=None if offer is None else offer.made,
            has_backup=offer is not None,
        )
        self._show(model)

    def _show(self, model: TroubleModel) -> None:
        self._model = model
        self.screen.show_model(model)
        self._frame.add_screen(TROUBLE, lambda: self.screen)
        self._frame.open_screen(TROUBLE)

    def _do(self, deed: TroubleDeed) -> None:
        deeds: dict[TroubleDeed, Callable[[], None]] = {
            TroubleDeed.TRY_AGAIN: self._again,
            TroubleDeed.CHOOSE_FOLDER: self._choose_folder,
            TroubleDeed.CHOOSE_BACKUP: self._choose_backup,
            TroubleDeed.PUT_BACK: self._put_back,
            TroubleDeed.BACK: self._again,
        }
        deeds[deed]()

    def _again(self) -> None:
        self.screen.show_working()
        self.againAsked.emit()

    def _choose_folder(self) -> None:
        chosen = self._chooser.folder(self._words, self._frame)
        if chosen is not None:
            self.screen.show_working()
            self.elsewhereAsked.emit(chosen)

    def _choose_backup(self) -> None:
        chosen = self._chooser.backup(self._words, self._frame)
        if chosen is not None and self._model is not None:
            self._file = chosen
            self.screen.show_model(chosen_model(self._model, chosen.name))
            self._put_back()

    def _put_back(self) -> None:
        file, typed = self._file, self.screen.letters.text().strip() or None
        if file is None:
            return
        self._typed = typed is not None
        self.screen.show_working()
        mending = self._mending
        only_keys = self._error is not None and self._error.happened.id == KEYS_DAMAGED

        def put_back() -> None:
            if only_keys:
                mending.put_back_keys(file, typed=typed)
            else:
                mending.put_back_store(file, typed=typed)

        self._performer.errand(
            put_back, done=lambda _: self.againAsked.emit(), failed=self._refused, origin=self
        )

    def _go_back_to_offer(self) -> None:
        """Leave a file that was chosen and turned out to be none that helps."""
        offered = None if self._offer is None else self._offer.file
        if self._file != offered and self._model is not None:
            self._file = offered
            self.screen.show_model(self._model)

    def _next(self, offer: Offer | None, said: str) -> None:
        if offer is not None and offer.file != self._file:
            self._offered(offer)
            self.screen.show_trouble(said)

    def _refused(self, error: KnownError) -> None:
        about, asked = error.happened.id, not self.screen.field.isHidden()
        said = self._words.error(error)
        if about == _NEEDS_LETTER and not self._typed:
            self.screen.ask_letter(self._words.say("joining.letters-missing") if asked else "")
        elif about in ENVELOPE_HELPS or (asked and about in _LETTERS_WRONG):
            self.screen.ask_letter(said)
        else:
            self._go_back_to_offer()
            self.screen.show_trouble(said)
            offer = self._mending.offer  # what was refused isn't offered again, but the next one
            self._performer.errand(offer, done=lambda other: self._next(other, said), origin=self)
