"""Asks whoever sat down with a code for e-mail, phone and employment, within a week.

A banner while there is time; once it is over the form opens by itself, for their key signs nothing before.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.messages import say
from smadmin.domain.people import EMPLOYED
from smadmin.ui.banners import BannerModel
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import Field
from smadmin.ui.frame import Frame
from smadmin.ui.plaintext import for_button
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

DETAILS = "reviewer-details"
_WIDTH_PX = 440


class DetailsDialog(FormDialog):
    """Three fields; open it with `open()`. `given` carries e-mail, phone and the statement."""

    given = Signal(str, str, str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(
            words.say("sitdown.details-title"),
            words.say("sitdown.details-why"),
            main=words.say("sitdown.details-give"),
            leave=words.say("session.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._words = words
        self.email, self.phone = QLineEdit(), QLineEdit()
        self.employed = QCheckBox(for_button(words.say("founding.employed")))
        self.by_place = {
            "email": Field(words.say("founding.your-email"), self.email),
            "phone": Field(words.say("sitdown.phone"), self.phone),
            "employed": Field(words.say("founding.employment"), self.employed),
        }
        self.employed.setAccessibleName(words.say("founding.employed"))
        for field in self.by_place.values():
            self.fields.addWidget(field)
        self.main.clicked.connect(self._give)
        self.email.setFocus()

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Say below each field what is wrong with it; it can be used again."""
        self.setEnabled(True)
        for place, field in self.by_place.items():
            said = [self._words(one.message) for one in reasons if one.place == place]
            field.show_error(said[0]) if said else field.clear_error()

    def show_trouble(self, sentence: str) -> None:
        """Say what else went wrong."""
        self.setEnabled(True)
        self.by_place["email"].show_error(sentence)

    def _give(self) -> None:
        self.setEnabled(False)
        statement = EMPLOYED if self.employed.isChecked() else ""
        self.given.emit(self.email.text(), self.phone.text(), statement)


class Details(QObject):
    """Stands in the window; looks whenever somebody takes the chair."""

    def __init__(self, frame: Frame, around: Surroundings, opened: SignalInstance, parent: QObject) -> None:
        """Ask nobody yet; `opened` tells that somebody has sat down."""
        super().__init__(parent)
        opened.connect(self.offer)
        self._frame, self._around = frame, around
        self.dialog: DetailsDialog | None = None
        frame.bannerActed.connect(self._acted)

    def offer(self) -> None:
        """Ask whoever has the chair, if their key is a reviewer's and something is missing."""
        acting = self._around.acting
        if acting is None or not acting.actor.lent:
            return
        by, office = acting.actor, self._around.office
        self._around.performer.perform(lambda: office.reviewers.owes(by), done=self._heard, origin=self)

    def _heard(self, due: date | None) -> None:
        if due is None or self._around.acting is None or not self._around.acting.actor.lent:
            return
        over = due < self._around.office.school.local(self._around.now).date()
        said = say("sitdown.details-over" if over else "sitdown.details-due", day=due)
        self._frame.show_banner(
            BannerModel(
                State.STOP if over else State.WAITS,
                said,
                action=say("sitdown.details-add"),
                key=DETAILS,
            )
        )
        if over:
            self._open()

    def _acted(self, model: BannerModel) -> None:
        if model.key == DETAILS and self._around.acting is not None:
            self._open()

    def _open(self) -> None:
        self.dialog = DetailsDialog(self._around.words, self._frame)
        self.dialog.given.connect(self._give)
        self.dialog.open()

    def _give(self, email: str, phone: str, statement: str) -> None:
        dialog, by, office = self.dialog, self._around.by, self._around.office

        def done() -> None:
            self._frame.banners.dismiss(DETAILS)
            if dialog is not None:
                dialog.accept()

        def failed(error: KnownError) -> None:
            if dialog is not None and isinstance(error, NotAllowed):
                dialog.show_reasons(error.reasons)
            elif dialog is not None:
                dialog.show_trouble(self._around.words.error(error))

        self._around.performer.perform(
            lambda: office.reviewers.give_details(by, email=email, phone=phone, statement=statement),
            done=lambda _: done(),
            failed=failed,
            origin=dialog,
        )
