"""A new computer that asks for a copy of the school: its letters are typed, then the copy is saved."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.backups import Made
from smadmin.services.coming import Coming, copy_for, read_coming, require_theirs
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.founding.carrying import ask_where_backup
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State


class CopyCard(Card):
    """Hidden until such a computer's file was opened. `told` carries the `BannerModel` of what came of it."""

    told = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Take what is around, and the screen over which a file is chosen."""
        words = around.words
        super().__init__(words.say("coming.asks"))
        self._around, self._screen, self._words = around, parent, words
        self._coming: Coming | None = None
        self.letters = QLineEdit()
        in_one_width(self.letters)
        self.letters.returnPressed.connect(self._ask)
        self.field = Field(words.say("coming.asks-letters"), self.letters)
        self.give = Button(words.say("coming.give"))
        self.give.clicked.connect(self._ask)
        self.body.addWidget(PlainLabel(words.say("coming.asks-what"), kind=TextKind.MUTED))
        self.body.addWidget(self.field)
        self.body.addWidget(self.give)
        self.hide()

    def bring(self, file: Path) -> None:
        """Open the file that came from the new computer."""
        self._around.performer.errand(
            lambda: read_coming(file), done=self._show, failed=self._refused, origin=self
        )

    def forget(self) -> None:
        """Ask for no letters any more."""
        self._coming = None
        self.letters.clear()
        self.hide()

    def _show(self, coming: Coming) -> None:
        self._coming = coming
        self.letters.clear()
        self.field.clear_error()
        self.show()
        self.letters.setFocus()

    def _ask(self) -> None:
        coming, typed = self._coming, self.letters.text()
        if coming is None:
            return
        try:
            require_theirs(coming, typed)
        except KnownError as error:
            self.field.show_error(self._words.error(error))
            self.letters.setFocus()
            return
        self.field.clear_error()
        self._around.doors.with_passphrase(partial(self._where, coming, typed), say("coming.give"))

    def _where(self, coming: Coming, typed: str) -> None:
        name = f"{self._around.now:%Y-%m-%d}"
        ask_where_backup(self._screen, self._words, name, lambda file: self._save(coming, typed, file))

    def _save(self, coming: Coming, typed: str, file: Path) -> None:
        office = self._around.office

        def saved(done: Done[Made]) -> None:
            self.forget()
            self.told.emit(BannerModel(State.FINE, say("coming.given", file=done.value.file.name)))

        self._around.performer.errand(
            lambda: copy_for(office, coming, typed=typed, file=file),
            done=saved,
            failed=self._refused,
            origin=self,
        )

    def _refused(self, error: KnownError) -> None:
        self.told.emit(banner_of(error))
