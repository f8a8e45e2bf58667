"""The codes, shown once: to be printed, kept as a file for the printer, or copied by hand.

They are nowhere else. Once the card is put away, or the window locks, they are gone; a name whose slip got
lost is given another code.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from smadmin.domain.messages import say
from smadmin.services.reviewers import Handed
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.letters import in_one_width
from smadmin.ui.reviewers.model import grouped_code
from smadmin.ui.reviewers.paper import Slip, draw_pdf, draw_slips
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording


class SlipsCard(Card):
    """The names with their codes.

    Signals:
        saved: where a file is wanted, and its content.
        done: they are handed out, and may go.
    """

    saved = Signal(object, bytes)
    done = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(words.say("reviewers.codes"), parent)
        self._words = words
        self._slips: tuple[Slip, ...] = ()
        self._shown: list[PlainLabel] = []
        self._on_paper = False
        self.body.addWidget(PlainLabel(words.say("reviewers.codes-what"), kind=TextKind.MUTED))
        self._cells = FlowLayout(gap_px=3 * SPACE_PX)
        self.body.addLayout(self._cells)
        self.print = Button(words.say("reviewers.print"), icon="printer")
        self.save = Button(words.say("founding.save-pdf"), icon="download")
        self.away = Button(words.say("reviewers.handed-out"), kind=ButtonKind.QUIET)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.away.clicked.connect(self._put_away)
        row = FlowLayout()
        for button in (self.print, self.save, self.away):
            row.addWidget(button)
        self.body.addLayout(row)
        self.hide()

    def show_codes(self, codes: Sequence[Handed], *, school: str, until: str) -> None:
        """Show codes; those of a moment ago go."""
        self.forget()
        self._slips = tuple(
            Slip(
                self._words.say("reviewers.slip-head", school=school),
                one.name,
                grouped_code(one.code),
                self._words.say("reviewers.slip-how", day=until),
            )
            for one in codes
        )
        for slip in self._slips:
            self._cells.addWidget(self._cell(slip))
        self.show()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cell(self, slip: Slip) -> QWidget:
        """Put the code below the whole name: with large text there is no room beside it."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        code = PlainLabel(slip.code, kind=TextKind.HEADING)
        in_one_width(code)
        code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._shown.append(code)
        for part in (PlainLabel(slip.name, fold=Fold.SHORTEN), code):
            column.addWidget(part)
        return cell

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes as they are shown."""
        return tuple(slip.code for slip in self._slips)

    def forget(self) -> None:
        """Leave nothing of them here."""
        self._slips, self._on_paper = (), False
        for label in self._shown:  # they are deleted, but only later
            label.show_text("")
        self._shown.clear()
        empty_layout(self._cells)
        self.hide()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            draw_slips(printer, self._slips)
            self._on_paper = True

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self._words.say("founding.save-pdf"), "", self._words.say("founding.pdf-files")
        )
        if name:
            self._on_paper = True
            self.saved.emit(Path(name), draw_pdf(self._slips))

    def _put_away(self) -> None:
        """Ask first where they are on no paper: they are nowhere else, and each would need another code."""
        if self._on_paper:
            self.done.emit()
            return
        dialog = ConfirmDialog(
            Question(
                say("reviewers.away-title", n=len(self._slips)),
                say("reviewers.away-means"),
                say("reviewers.away-do"),
                say("reviewers.away-keep"),
            ),
            self._words,
            self,
        )
        dialog.confirmed.connect(self.done)
        dialog.open()
