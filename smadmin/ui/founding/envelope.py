"""The school's envelope: shown for printing or copying by hand, then proven by eight letters from the paper.

What stands on it opens everything. The letters leave the screen before they are asked back: who types them
has to have the paper in hand.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.services.envelope import Envelope, Question, save_page
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.founding.groups import GroupsTable
from smadmin.ui.founding.paper import draw_page, draw_pdf
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State


class EnvelopeScreen(Screen):
    """Two steps, for who founded the school: the page for paper, then the question."""

    NOUNS = frozenset({"keys"})

    def __init__(self, around: Surroundings) -> None:
        """Stand empty until it is loaded."""
        super().__init__()
        self._around, self._words = around, around.words
        self._envelope: Envelope | None = None
        self._question: Question | None = None
        self._header = ScreenHeader(self._words.say("founding.envelope"))
        self.main = self._header.set_main(self._words.say("founding.envelope-on-paper"))
        self._header.mainChosen.connect(self._go_on)
        later = Button(self._words.say("founding.envelope-later"))
        later.clicked.connect(lambda: around.doors.open("today"))
        self.again = Button(self._words.say("founding.envelope-again"))
        self.again.clicked.connect(lambda: self._step_to(asking=False))
        self._header.add_button(later)
        self.head.addWidget(self._header)
        self.groups = GroupsTable()
        self._fingerprint = PlainLabel("", kind=TextKind.NOTE)
        self.print = self._button("founding.print", "printer", self._print)
        self.save = self._button("founding.save-pdf", "download", self._save)
        self.paper = self._paper()
        self.letters = QLineEdit()
        self.letters.setObjectName("envelope-letters")
        in_one_width(self.letters)
        self.letters.returnPressed.connect(self._prove)
        self.field = Field("", self.letters, note=self._words.say("founding.envelope-ask-note"))
        self.letters.textEdited.connect(lambda _text: self.field.clear_error())
        self.proof = Card(self._words.say("founding.envelope-proof"))
        self.proof.body.addWidget(self.field)
        self.proof.body.addWidget(self.again)
        self.gone = PlainLabel("", kind=TextKind.MUTED)
        for part in (self.paper, self.proof, self.gone):
            self.page.addWidget(part)
        self.page.addStretch(1)
        self._hide_all()

    @override
    def load(self) -> None:
        by = self._around.by
        envelopes = self._around.office.envelopes
        self._around.performer.perform(
            lambda: envelopes.open(by), done=self._show, failed=self._refused, origin=self
        )

    @override
    def settle(self) -> None:
        """Leave nothing of it on the screen, nor in its memory."""
        self._envelope, self._question = None, None
        self.groups.forget()
        self.letters.clear()
        self._hide_all()
        self.outdated()

    def _paper(self) -> Card:
        paper = Card(self._words.say("founding.envelope-title"))
        paper.body.addWidget(PlainLabel(self._words.say("founding.envelope-what"), kind=TextKind.MUTED))
        paper.body.addWidget(self.groups)
        paper.body.addWidget(self._fingerprint)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        paper.body.addLayout(buttons)
        return paper

    def _button(self, words: str, icon: str, call: object) -> Button:
        button = Button(self._words.say(words), icon=icon)
        button.clicked.connect(call)
        return button

    def _hide_all(self) -> None:
        for part in (self.paper, self.proof, self.gone, self.main):
            part.hide()

    def _show(self, opened: tuple[Envelope, Question]) -> None:
        envelope, question = opened
        if self._envelope is not None and self._envelope.key == envelope.key:
            # It was asked for twice; who is typing by now keeps the question and what is typed.
            self.loaded(lambda: None)
            return
        self._envelope, self._question = opened

        def render() -> None:
            self.groups.show_envelope(envelope)
            said = self._words.say("founding.envelope-fingerprint", letters=envelope.fingerprint)
            self._fingerprint.show_text(said)
            asked = self._words.say("founding.envelope-ask", first=question.first, second=question.second)
            self.field.label.show_text(asked)
            self.letters.setAccessibleName(asked)
            self.gone.hide()
            self.main.show()
            self._step_to(asking=False)

        self.loaded(render)

    def _step_to(self, *, asking: bool) -> None:
        """Show the page for paper, or the question without it."""
        self.paper.setVisible(not asking)
        self.proof.setVisible(asking)
        words = "founding.envelope-done" if asking else "founding.envelope-on-paper"
        self.main.show_words(self._words.say(words))
        self._header.show_missing(())  # the longer words may need a line of their own
        self.field.clear_error()
        self.letters.clear()
        # Not on the main button: Enter held a moment too long would pass over the page.
        (self.letters if asking else self.print).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self.proof.isHidden():
            self._step_to(asking=True)
        else:
            self._prove()

    def _prove(self) -> None:
        if self._envelope is None or self._question is None:
            return
        by, office, root = self._around.by, self._around.office, self._envelope.key
        right = self._envelope.answered(self._question, self.letters.text())
        self._around.performer.perform(
            lambda: office.keys.prove_envelope(by, root, letters_right=right),
            done=self._proven,
            failed=lambda error: self.field.show_error(self._words.error(error)),
            origin=self,
        )

    def _proven(self, _changes: Changes) -> None:
        self.settle()
        self.bannerAsked.emit(BannerModel(State.FINE, say("founding.envelope-proven")))
        self._around.doors.open("today")

    def _refused(self, error: KnownError) -> None:
        def render() -> None:
            self._hide_all()
            self.gone.show_text(self._words.error(error))
            self.gone.show()

        self.loaded(render)
        if isinstance(error, NotAllowed) and any(r.place == "passphrase" for r in error.reasons):
            self._around.doors.with_passphrase(self.load)

    def _print(self) -> None:
        if self._envelope is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            painter = QPainter(printer)
            draw_page(painter, self._envelope, self._lines(self._envelope))
            painter.end()

    def _save(self) -> None:
        if self._envelope is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self._words.say("founding.save-pdf"), "", self._words.say("founding.pdf-files")
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save the page as a PDF file, and say whether it lies there; a stick may be slow (an errand)."""
        if self._envelope is None:
            return
        content = draw_pdf(self._envelope, self._lines(self._envelope))
        saved = BannerModel(State.FINE, say("founding.pdf-saved", file=path.name))
        self._around.performer.errand(
            lambda: save_page(path, content),
            done=lambda _: self.bannerAsked.emit(saved),
            failed=lambda error: self.bannerAsked.emit(banner_of(error)),
            origin=self,
        )

    def _lines(self, envelope: Envelope) -> Sequence[str]:
        return (
            self._words.say("founding.letter-of", school=envelope.school),
            self._words.say("founding.letter-keep"),
            self._words.say("founding.envelope-fingerprint", letters=envelope.fingerprint),
        )
