"""The recovery letter: shown once, printed, saved as PDF or written by hand, and proven by eight letters.

What stands on it opens everything. It is drawn straight to paper or PDF, never to the clipboard.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.services.envelope import Envelope, Question
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_DPI = 300


class EnvelopeScreen(Screen):
    """The letter and the field for eight letters, for who founded the school."""

    NOUNS = frozenset({"keys"})

    def __init__(self, around: Surroundings) -> None:
        """Stand empty until it is loaded."""
        super().__init__()
        self._around, self._words = around, around.words
        self._envelope: Envelope | None = None
        self._question: Question | None = None
        self._header = ScreenHeader(self._words.say("founding.envelope"))
        self._header.set_main(self._words.say("founding.envelope-done"))
        self._header.mainChosen.connect(self._prove)
        later = Button(self._words.say("founding.envelope-later"))
        later.clicked.connect(lambda: around.doors.open("today"))
        self._header.add_button(later)
        self.head.addWidget(self._header)
        self._secret = PlainLabel("", kind=TextKind.STRONG)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._secret.setFont(QFont(fixed.family()))
        self._fingerprint = PlainLabel("", kind=TextKind.NOTE)
        self.letters = QLineEdit()
        self.letters.setObjectName("envelope-letters")
        self.field = Field("", self.letters)
        self.page.addWidget(self._paper())
        proof = Card(self._words.say("founding.envelope-proof"))
        proof.body.addWidget(self.field)
        self.page.addWidget(proof)
        self.page.addStretch(1)

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
        self._secret.show_text("")
        self.letters.clear()

    def _paper(self) -> Card:
        paper = Card(self._words.say("founding.envelope-title"))
        paper.body.addWidget(PlainLabel(self._words.say("founding.envelope-what"), kind=TextKind.MUTED))
        paper.body.addWidget(self._secret)
        paper.body.addWidget(self._fingerprint)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX)
        for words, icon, call in (
            ("founding.print", "printer", self._print),
            ("founding.save-pdf", "download", self._save),
        ):
            button = Button(self._words.say(words), icon=icon)
            button.clicked.connect(call)
            buttons.addWidget(button)
        buttons.addStretch(1)
        paper.body.addLayout(buttons)
        return paper

    def _show(self, opened: tuple[Envelope, Question]) -> None:
        self._envelope, self._question = opened

        def render() -> None:
            envelope, question = opened
            self._secret.show_text(envelope.text())
            said = self._words.say("founding.envelope-fingerprint", letters=envelope.fingerprint)
            self._fingerprint.show_text(said)
            asked = self._words.say("founding.envelope-ask", first=question.first, second=question.second)
            self.field.label.show_text(asked)
            self.letters.setAccessibleName(asked)

        self.loaded(render)

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
        self.loaded(lambda: self.field.show_error(self._words.error(error)))
        if isinstance(error, NotAllowed) and any(r.place == "passphrase" for r in error.reasons):
            self._around.doors.with_passphrase(self.load)

    def _print(self) -> None:
        if self._envelope is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            painter = QPainter(printer)
            draw_letter(painter, self._envelope, self._lines(self._envelope))
            painter.end()

    def _save(self) -> None:
        if self._envelope is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self._words.say("founding.save-pdf"), "", self._words.say("founding.pdf-files")
        )
        if name:
            write_pdf(Path(name), self._envelope, self._lines(self._envelope))

    def _lines(self, envelope: Envelope) -> Sequence[str]:
        return (
            self._words.say("founding.letter-of", school=envelope.school),
            self._words.say("founding.letter-keep"),
            self._words.say("founding.envelope-fingerprint", letters=envelope.fingerprint),
        )


def write_pdf(path: Path, envelope: Envelope, lines: Sequence[str]) -> None:
    """Draw the letter into a PDF file on one page."""
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 20, 20, 20),
        )
    )
    painter = QPainter(writer)
    draw_letter(painter, envelope, lines)
    painter.end()


def draw_letter(painter: QPainter, envelope: Envelope, lines: Sequence[str]) -> None:
    """Draw title, sentences, the groups and the QR code on a page."""
    page = painter.viewport()
    unit = page.width() / 100
    painter.setPen(Qt.GlobalColor.black)
    top = 0.0
    for number, line in enumerate(lines):
        font = painter.font()
        font.setPixelSize(round(unit * (4 if number == 0 else 2)))
        painter.setFont(font)
        box = QRectF(0, top, page.width(), unit * 20)
        used = painter.boundingRect(box, Qt.TextFlag.TextWordWrap, line)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, line)
        top = used.bottom() + unit * 3
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPixelSize(round(unit * 3.2))
    painter.setFont(fixed)
    for line in envelope.text().splitlines():
        painter.drawText(QRectF(0, top, page.width(), unit * 6), Qt.AlignmentFlag.AlignLeft, line)
        top += unit * 5
    side = unit * 34
    QSvgRenderer(envelope.qr_svg()).render(painter, QRectF(0, top + unit * 3, side, side))
