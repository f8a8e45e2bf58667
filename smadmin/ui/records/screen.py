"""The screen *Records*: who did what and when, whether it is whole, its export, and backups.

Verifying, exporting and backing up are errands; the list stays usable meanwhile.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError
from smadmin.domain.records import Head
from smadmin.services.backups import BackupState, Made
from smadmin.services.export import Exported
from smadmin.services.records import Verdict
from smadmin.services.told import Details
from smadmin.ui.header import ScreenHeader
from smadmin.ui.records.asked_card import AskedCard
from smadmin.ui.records.asked_desk import AskedDesk
from smadmin.ui.records.asked_page import AnsweringPage
from smadmin.ui.records.cards import BackupCard, LeavingCard, ProofCard
from smadmin.ui.records.details import details_model
from smadmin.ui.records.keeping_card import KeepingCard
from smadmin.ui.records.keeping_desk import KeepingDesk
from smadmin.ui.records.keeping_page import KeepingPage
from smadmin.ui.records.model import (
    RecordsRead,
    Wanted,
    backup_model,
    backup_name,
    export_name,
    exported_said,
    made_said,
    not_proven,
    proof_model,
)
from smadmin.ui.records.reading import FIRST_ROWS, read_deeper, read_record
from smadmin.ui.records.rowcard import RowDetailsCard
from smadmin.ui.records.side import RecordSide
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_MORE_EACH_TIME = 4


class RecordsScreen(Screen):
    """The record."""

    PERSONAL = True
    NOUNS = frozenset(
        {
            "accounts",
            "approvals",
            "credentials",
            "people",
            "photos",
            "plan",
            "posts",
            "publications",
            "records",
            "records-requests",
            "schools",
            "students",
        }
    )

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._limit = FIRST_ROWS
        self._proven: Head | None = None
        self.header = ScreenHeader(self._words.say("recordui.title"))
        self.main = self.header.set_main(self._words.say("recordui.verify"))
        self.header.mainChosen.connect(self.verify)
        self.head.addWidget(self.header)
        self.side = RecordSide(self._words)
        self.side.olderAsked.connect(self._show_older)
        self.side.rowAsked.connect(self._open_row)
        self.side.deeperAsked.connect(self._look_deeper)
        self.row = RowDetailsCard(self._words)
        self.row.closed.connect(self._close_row)
        self.row.wayAsked.connect(lambda way: around.doors.open(way.screen, way.subject))
        self.row.hide()
        self.proof = ProofCard(self._words)
        self.proof.pageRead.connect(self.compare)
        self.leaving = LeavingCard(self._words)
        self.leaving.exportAsked.connect(self._choose_folder)
        self.asked = AskedCard(self._words)
        self.asked.answerAsked.connect(self.answer_request)
        self.keeps = KeepingCard(self._words)
        self.keeps.opened.connect(self.open_keeping)
        self.copies = BackupCard(self._words)
        self.copies.backupAsked.connect(self._choose_file)
        self.copies.carriedAway.connect(self._carried)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setSpacing(SPACE_PX + 4)
        for card in (self.row, self.proof, self.asked, self.keeps, self.leaving, self.copies):
            column.addWidget(card)
        column.addStretch(1)
        beside = self._beside = scrolled(cards, "record-cards")
        names = [self._words.say(f"recordui.tab-{one}") for one in ("rows", "proof")]
        self._sides = Sides(self.side, beside, shares=(7, 5), names=names)
        self.side.list.rowOpened.connect(self._sides.turn_to_second)
        self.answering = AnsweringPage(self._words)
        self.answering.left.connect(self._back_to_record)
        self.answering.hide()
        self.asked_desk = AskedDesk(around, self.answering, self)
        self.asked_desk.read.connect(self.asked.show_requests)
        self.keeping = KeepingPage(self._words)
        self.keeping.left.connect(self._back_to_record)
        self.keeping.hide()
        self.keeping_desk = KeepingDesk(around, self.keeping, self)
        self.keeping_desk.read.connect(self.keeps.show_standing)
        for part in (self._sides, self.answering, self.keeping):
            self.page.addWidget(part, 1)
        self._find_by_keys()

    def _find_by_keys(self) -> None:
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.side.look_for)

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            partial(read_record, office, by, self._words, self._limit), done=self._came, origin=self
        )
        self._read_backups()
        self.asked_desk.load()

    def open_subject(self, subject: str) -> None:
        """Open one row by its number."""
        self._turn_to(self._sides, self.side.list)
        if subject.isdecimal():
            self._open_row(int(subject))

    def answer_request(self) -> None:
        """Turn to the page on which a records request is answered."""
        self._turn_to(self.answering, self.answering.request.keyboard)

    def open_keeping(self) -> None:
        """Turn to the page on which is told what is kept how long."""
        self.keeping.say(State.FINE, "")
        self._turn_to(self.keeping, self.keeping.back)

    def _back_to_record(self) -> None:
        from_keeping = self.keeping.isVisible()
        self._turn_to(self._sides, self.keeps.button if from_keeping else self.asked.button)
        self.load()

    def _turn_to(self, shown: QWidget, keyboard: QWidget) -> None:
        for part in (self._sides, self.answering, self.keeping):
            part.setVisible(part is shown)
        self.header.show_main(shown=shown is self._sides)
        keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def verify(self) -> None:
        """Check every row of the record, and the store against it."""
        self.header.show_missing([self._words.say("recordui.verifying")])
        self.proof.show_busy()
        self._around.performer.errand(
            self._around.office.verify, done=self._verified, failed=self._not_verified, origin=self
        )

    def compare(self, number: str, letters: str) -> None:
        """Hold the record against what a printed page says of its end."""
        records, by, told = self._around.office.records, self._around.by, self.proof.compared
        self._around.performer.errand(
            lambda: records.page_agrees(number, letters, by=by, told=told),
            done=self._compared,
            failed=lambda error: self.proof.show_compared(State.DOUBT, self._words.error(error)),
            origin=self,
        )

    def _compared(self, agrees: bool) -> None:
        said = self._words.say(f"recordui.page-{'agrees' if agrees else 'differs'}")
        self.proof.show_compared(State.FINE if agrees else State.STOP, said)

    def export(self, folder: Path) -> None:
        """Write the record into a new folder."""
        by, record_export = self._around.by, self._around.office.record_export
        self.leaving.quiet()
        self._around.performer.errand(
            lambda: record_export.write(by, folder),
            done=self._exported,
            failed=lambda error: self.leaving.say_failed(self._words.error(error)),
            origin=self,
        )

    def back_up(self, file: Path) -> None:
        """Write a backup to a file."""
        backups = self._around.office.backups
        self.copies.show_busy()
        self._around.performer.errand(
            lambda: backups.write(file), done=self._backed_up, failed=self._not_backed_up, origin=self
        )

    # ---- what comes back

    def _came(self, read: RecordsRead) -> None:
        self.loaded(partial(self._render, read))
        self.keeping_desk.load()  # what is due may be thousands: the newest rows are seen first

    def _render(self, read: RecordsRead) -> None:
        self.header.note.show_text(self._words.say("recordui.rows", n=read.head.seq))
        self.side.show_record(read)
        self.leaving.show_missing(self._words.reasons(read.export_blockers))
        if self._proven != read.head and self.header.main is not None and self.header.main.isEnabled():
            self.proof.show_proof(not_proven(read.head))

    def _verified(self, verdict: Verdict) -> None:
        self._proven = verdict.head
        self.header.show_missing(())
        self.proof.show_proof(proof_model(verdict))

    def _not_verified(self, error: KnownError) -> None:
        self.header.show_missing(())
        self.proof.show_failed(self._words.error(error))

    def _exported(self, exported: Exported) -> None:
        self.leaving.say_done(exported_said(exported))

    def _backed_up(self, made: Made) -> None:
        self.copies.button.allow()
        self.copies.say_done(made_said(made), state=State.FINE if made.away else State.DOUBT)
        self._read_backups()

    def _not_backed_up(self, error: KnownError) -> None:
        self.copies.button.allow()
        self.copies.say_failed(self._words.error(error))

    # ---- what is pressed

    def _open_row(self, seq: int) -> None:
        if self._around.acting is None:
            return
        teller, by = self._around.office.teller, self._around.by
        self._around.performer.perform(lambda: teller.details(by, seq), done=self._show_row, origin=self)

    def _show_row(self, details: Details | None) -> None:
        if details is None:
            return
        self.row.show_details(details_model(details))
        self.row.show()
        self._beside.verticalScrollBar().setValue(0)
        self.reveal(self.row)

    def _look_deeper(self, wanted: Wanted) -> None:
        if self._around.acting is None:
            return
        office, by, side = self._around.office, self._around.by, self.side
        self._around.performer.errand(
            lambda: read_deeper(office, by, self._words, wanted, still=lambda: side.looks_for == wanted),
            done=partial(side.show_deeper, wanted),
            origin=self,
        )

    def _close_row(self) -> None:
        self.row.hide()
        self._sides.turn_to_first()
        self.side.let_go()

    def _show_older(self) -> None:
        self._limit *= _MORE_EACH_TIME
        self.load()

    def _choose_folder(self) -> None:
        where = QFileDialog.getExistingDirectory(self, self._words.say("recordui.export-where"))
        if where:
            self.export(Path(where) / export_name(self._around.now))

    def _choose_file(self) -> None:
        name = backup_name(self._around.now)
        file, _ = QFileDialog.getSaveFileName(self, self._words.say("recordui.backup-where"), name)
        if file:
            self.back_up(Path(file))

    def _carried(self) -> None:
        backups = self._around.office.backups
        self._around.performer.errand(backups.carried_away, done=lambda _: self._read_backups(), origin=self)

    def _read_backups(self) -> None:
        self._around.performer.errand(self._around.office.backups.state, done=self._show_backups, origin=self)

    def _show_backups(self, state: BackupState) -> None:
        can_carry = state.last is not None and (state.away is None or state.away_overdue)
        self.copies.show_state(backup_model(state), can_carry=can_carry)
